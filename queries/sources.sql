-- Source documents: number of evaluations and municipalities, and the first twenty names, of each.
select
    source,
    count(*) as evaluations,
    count(distinct municipality) as municipalities,
    list_sort(list(distinct name))[1:20] as names
from current_evaluation($dataset, $as_of, $superseded)
group by source
order by source
