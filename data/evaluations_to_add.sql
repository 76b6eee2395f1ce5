-- One row per evaluation of an import, with the columns of the table evaluation: key, family and inhabitants added.
-- Inhabitants come from the import, else from the count of 1 January of the year, else the latest count not after the
-- year, else the earliest after it. County, KOSTRA group and income of real figures come from the import, else from the
-- register as of that very year; an invented municipality has nothing there.
-- The frame `added` holds the evaluations to import.
with keyed as (
    select
        added.*,
        coalesce(
            (
                select any_value(known.municipality_number)
                from municipality_number as known
                where known.number = added.municipality_number and added.country = 'NO'
            ),
            case
                when added.country = 'NO' or starts_with(added.municipality_number, added.country || '-') then ''
                else added.country || '-'
            end || added.municipality_number
        ) as key
    from added
),

counted as (
    select
        keyed.key,
        keyed.year,
        population.*,
        row_number() over (
            partition by keyed.key, keyed.year
            order by
                population.date <> make_date(keyed.year, 1, 1),
                population.date > make_date(keyed.year, 12, 31),
                abs(date_diff('day', population.date, make_date(keyed.year, 12, 31)))
        ) as choice
    from (select distinct key, year from keyed) as keyed
    inner join population on population.municipality_number = keyed.key
),

-- Of a year in which the number or the county changed, the one in force at its end.
placed as (
    select
        keyed.key,
        keyed.year,
        arg_max(known.county, coalesce(known.valid_from, make_date(1, 1, 1))) as county
    from (select distinct key, year from keyed) as keyed
    inner join municipality_number as known
        on known.municipality_number = keyed.key
        and coalesce(known.valid_from, make_date(1, 1, 1)) <= make_date(keyed.year, 12, 31)
        and coalesce(known.valid_to, make_date(9999, 1, 1)) >= make_date(keyed.year, 1, 1)
    where $dataset = 'real'
    group by keyed.key, keyed.year
)

select
    $event || '/' || keyed.key || '/' || keyed.year || '/' || keyed.version as evaluation,
    $event::integer as event,
    $dataset as dataset,
    keyed.country,
    keyed.municipality_number,
    keyed.key as municipality,
    keyed.municipality as name,
    coalesce(keyed.county, placed.county) as county,
    keyed.year,
    keyed.year_basis,
    keyed.version,
    keyed.version_basis,
    (
        select any_value(instrument_area.family)
        from instrument_area
        where instrument_area.version = keyed.version
    ) as family,
    coalesce(keyed.population, counted.population) as population,
    case when keyed.population is null then counted.date else keyed.population_date end as population_date,
    case when keyed.population is null then counted.source else keyed.population_source end as population_source,
    coalesce(keyed.income_group, income_level.income) as income_group,
    coalesce(keyed.kostra_group, kostra_group."group") as kostra_group,
    keyed.report,
    keyed.source
from keyed
left join counted
    on counted.key = keyed.key
    and counted.year = keyed.year
    and counted.choice = 1
left join placed on placed.key = keyed.key and placed.year = keyed.year
left join income_level
    on income_level.municipality_number = keyed.key
    and income_level.year = keyed.year
    and $dataset = 'real'
left join kostra_group
    on kostra_group.municipality_number = keyed.key
    and kostra_group.year = keyed.year
    and $dataset = 'real'
order by evaluation
