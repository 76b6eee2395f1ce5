-- Version families in use: number of municipalities and evaluations, and the years, of each.
select
    family,
    count(distinct municipality) as municipalities,
    count(*) as evaluations,
    list_sort(list(distinct year), 'desc') as years
from current_evaluation($dataset, $as_of, $superseded)
group by family
order by family
