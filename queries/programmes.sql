-- Programmes as they are now, each with its source: one row per programme (municipality, programme, or all).
select
    programme.programme,
    programme.municipality as number,
    programme.municipality_name as municipality,
    programme.municipality_basis,
    programme.name,
    programme.need,
    programme.goal,
    programme.result,
    programme.anchoring,
    programme.starts,
    programme.ends,
    programme.target_year,
    programme.evaluation_year,
    programme.evaluation_version,
    (
        select count(*)
        from current_measure($dataset, $as_of) as measure
        where measure.programme = programme.programme
    ) as measures,
    (
        select count(*)
        from current_phase($dataset, $as_of) as phase
        where phase.programme = programme.programme
            and phase.measure is null
    ) as phases,
    (
        select sum(money.amount)::bigint
        from current_money($dataset, $as_of) as money
        where money.programme = programme.programme
            and money.measure is null
            and money.kind = 'saving'
            and money.step = 'planned'
    ) as saving_planned,
    programme.source,
    programme.place,
    programme.note,
    programme.event
from current_programme($dataset, $as_of) as programme
where ($municipality is null or programme.municipality = $municipality)
    and ($programme is null or programme.programme = $programme)
order by programme.municipality_name, programme.municipality, programme.name, programme.programme
