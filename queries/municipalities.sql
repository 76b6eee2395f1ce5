-- Evaluated municipalities: newest name and county, number of evaluations, newest year and versions.
select
    municipality as number,
    arg_max(name, (year, version)) as name,
    arg_max(county, (year, version)) as county,
    count(*) as evaluations,
    max(year) as newest_year,
    list_sort(list(distinct version)) as versions
from current_evaluation($dataset, $as_of, $superseded)
group by municipality
order by name, number
