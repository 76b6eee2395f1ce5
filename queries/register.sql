-- The register of municipalities: one row per municipality of Norway since 2002 and of Sweden, evaluated or not.
with counted as (
    select
        municipality_number,
        max(date) as population_date,
        arg_max(population, date) as population
    from population
    group by municipality_number
),

grouped as (
    select
        municipality_number,
        max(year) as kostra_year,
        arg_max("group", year) as kostra_group
    from kostra_group
    group by municipality_number
),

earning as (
    select
        municipality_number,
        arg_max(income, year) as income_group
    from income_level
    group by municipality_number
)

select
    known.municipality_number as number,
    arg_max(known.municipality, coalesce(known.valid_from, date '0001-01-01')) as name,
    list_distinct(list(known.municipality)) as names,
    list_distinct(flatten(list(string_split(known.other_names, '; ')))) as other_names,
    list(known.number order by known.valid_from nulls first) as numbers,
    any_value(known.country) as country,
    arg_max(known.county, coalesce(known.valid_from, date '0001-01-01')) as county,
    nullif(min(coalesce(known.valid_from, date '0001-01-01')), date '0001-01-01') as valid_from,
    nullif(max(coalesce(known.valid_to, date '9999-12-31')), date '9999-12-31') as valid_to,
    any_value(counted.population) as population,
    any_value(counted.population_date) as population_date,
    any_value(grouped.kostra_group) as kostra_group,
    any_value(grouped.kostra_year) as kostra_year,
    any_value(earning.income_group) as income_group,
    any_value(decided.language) as language
from municipality_number as known
left join counted on counted.municipality_number = known.municipality_number
left join grouped on grouped.municipality_number = known.municipality_number
left join earning on earning.municipality_number = known.municipality_number
left join language_decision as decided on decided.municipality_number = known.municipality_number
group by known.municipality_number
order by name, known.municipality_number
