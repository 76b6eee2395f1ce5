-- Size of a dataset: number of evaluations and municipalities, the versions, and the newest year.
select
    count(*) as evaluations,
    count(distinct municipality) as municipalities,
    list_sort(list(distinct version)) as versions,
    max(year) as newest_year
from current_evaluation($dataset, $as_of, $superseded)
