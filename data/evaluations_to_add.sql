-- One row per evaluation of an import, with the columns of the table evaluation: key, family and inhabitants added.
-- Inhabitants come from the import, else from the latest count not after the year, else the earliest after it.
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
                population.date > make_date(keyed.year, 12, 31),
                abs(date_diff('day', population.date, make_date(keyed.year, 12, 31)))
        ) as choice
    from (select distinct key, year from keyed) as keyed
    inner join population on population.municipality_number = keyed.key
)

select
    $event || '/' || keyed.key || '/' || keyed.year || '/' || keyed.version as evaluation,
    $event::integer as event,
    $dataset as dataset,
    keyed.country,
    keyed.municipality_number,
    keyed.key as municipality,
    keyed.municipality as name,
    keyed.county,
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
    keyed.income_group,
    keyed.kostra_group,
    keyed.report,
    keyed.source
from keyed
left join counted
    on counted.key = keyed.key
    and counted.year = keyed.year
    and counted.choice = 1
order by evaluation
