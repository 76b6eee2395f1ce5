-- The families of versions that anyone was measured with: how many municipalities and evaluations, and in which years.
select
    family,
    count(distinct municipality) as municipalities,
    count(*) as evaluations,
    list_sort(list(distinct year), 'desc') as years
from current_evaluation($dataset, $as_of, $superseded)
group by family
order by family
