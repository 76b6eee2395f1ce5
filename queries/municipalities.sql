-- Every municipality with an evaluation: its newest name and known county, how many evaluations and the newest year.
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
