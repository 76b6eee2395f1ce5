-- Measures as they are now, areas before what belongs to them: one row per measure (municipality, programme, or all).
with measure as (
    select measure.*, programme.municipality, programme.municipality_name, programme.name
    from current_measure($dataset, $as_of) as measure
    inner join current_programme($dataset, $as_of) as programme on programme.programme = measure.programme
    where ($municipality is null or programme.municipality = $municipality)
        and ($programme is null or programme.programme = $programme)
),

-- Written as `3.4` for a question and `3` for an area, in the order given.
linked as (
    select measure, list(coalesce(code, area::varchar) order by position) as questions
    from current_measure_question($dataset, $as_of)
    group by measure
),

money as (
    select
        measure,
        sum(amount) filter (kind = 'cost' and step = 'planned')::bigint as cost_planned,
        sum(amount) filter (kind = 'cost' and step = 'decided')::bigint as cost_decided,
        sum(amount) filter (kind = 'cost' and step = 'realised')::bigint as cost_realised,
        sum(amount) filter (kind = 'saving' and step = 'planned')::bigint as saving_planned,
        sum(amount) filter (kind = 'saving' and step = 'decided')::bigint as saving_decided,
        sum(amount) filter (kind = 'saving' and step = 'realised')::bigint as saving_realised
    from current_money($dataset, $as_of)
    where measure is not null
    group by measure
)

select
    measure.measure,
    measure.programme,
    measure.municipality as number,
    measure.municipality_name as municipality,
    measure.name as programme_name,
    measure.parent,
    measure.title,
    measure.need,
    measure.goal,
    measure.activities,
    measure.result,
    measure.anchoring,
    measure.owner_role,
    measure.starts,
    measure.ends,
    measure.status,
    measure.effect,
    measure.easy_for_staff,
    measure.easy_for_users,
    measure.acceptance,
    (measure.easy_for_staff + measure.easy_for_users + measure.acceptance) / 3 as feasibility,
    measure.units_total,
    measure.units_answered,
    measure.units_planning,
    measure.units_done,
    money.cost_planned,
    money.cost_decided,
    money.cost_realised,
    money.saving_planned,
    money.saving_decided,
    money.saving_realised,
    coalesce(linked.questions, []) as questions,
    measure.waits_for,
    measure.source,
    measure.place,
    measure.note,
    measure.event
from measure
left join linked on linked.measure = measure.measure
left join money on money.measure = measure.measure
left join measure as area on area.measure = measure.parent
order by
    measure.municipality_name,
    measure.municipality,
    measure.name,
    measure.programme,
    coalesce(area.title, measure.title),
    coalesce(measure.parent, measure.measure),
    measure.parent is not null,
    measure.title,
    measure.measure
