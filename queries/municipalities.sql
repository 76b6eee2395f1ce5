-- Every municipality with an evaluation: its newest name, how many evaluations and the newest of them.
select
    municipality as number,
    arg_max(name, (year, version)) as name,
    arg_max(county, (year, version)) as county,
    count(*) as evaluations,
    max(year) as newest_year,
    arg_max(version, (year, version)) as newest_version,
    arg_max(total, (year, version))::double as newest_total,
    list_sort(list(distinct version)) as versions
from current_evaluation($dataset, $as_of)
group by municipality
order by name, number
