-- The catalogue: one row per evaluation known to exist whose points are not here, with what is printed of its rank.
select
    known.country,
    known.municipality as number,
    known.name,
    known.year,
    known.version,
    known.family,
    known.report,
    known.source,
    known.kind,
    known.value,
    known.of_n,
    known.group_code,
    known.statement_source,
    known.note
from known_evaluation as known
anti join current_evaluation($dataset, $as_of, $superseded) as held
    on held.municipality = known.municipality
    and held.year = known.year
where known.dataset = $dataset
    and known.event in (select valid.event from valid_import($dataset, $as_of) as valid)
    and ($municipality is null or known.municipality = $municipality)
order by known.year desc, known.name, known.municipality
