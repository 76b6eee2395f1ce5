-- The documents behind the evaluations: how many rest on each, of how many municipalities, and the first of them.
select
    source,
    count(*) as evaluations,
    count(distinct municipality) as municipalities,
    list_sort(list(distinct name))[1:20] as names
from current_evaluation($dataset, $as_of, $superseded)
group by source
order by source
