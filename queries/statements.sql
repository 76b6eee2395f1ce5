-- Published statements of rank, quartile and gold star, as of an event: one row per statement.
with valid as (
    select event
    from valid_import($dataset, $as_of)
),

-- Of an evaluation in the catalogue only its total is known to be ranked. Some ranks are printed in both lists.
catalogued as (
    select
        known.municipality,
        known.year,
        known.kind,
        known.value,
        known.of_n,
        null::varchar as group_label,
        0 as area,
        coalesce(known.statement_source, known.source) as source,
        null::varchar as place,
        null::varchar as note,
        known.country,
        known.group_code
    from known_evaluation as known
    semi join valid on valid.event = known.event
    anti join published_statement as printed
        on printed.municipality = known.municipality
        and printed.year = known.year
        and printed.kind = known.kind
        and printed.group_code = known.group_code
        and printed.area = 0
    where known.dataset = $dataset
        and known.kind is not null
)

select municipality, year, kind, value, of_n, group_label, area, source, place, note, country, group_code
from published_statement
semi join valid on valid.event = published_statement.event
where dataset = $dataset
    and ($municipality is null or municipality = $municipality)
union all by name
from catalogued
where $municipality is null or municipality = $municipality
order by municipality, year, area, kind
