-- The measures of a programme as each valid event left them, whole: one row per measure and event, the oldest first.
-- What is shipped comes first, since what people wrote takes precedence over it, even if that is newer.
with own as (
    select measure
    from current_measure($dataset, $as_of)
    where programme = $programme
),

version as (
    select measure.*, valid.shipped, event.happened_at
    from measure
    inner join valid_event('plan', $dataset, $as_of) as valid on valid.event = measure.event
    inner join event on event.event = measure.event
    where measure.measure in (from own)
),

questions as (
    select
        event,
        measure,
        list({'code': code, 'area': area, 'target_points': target_points} order by position) as questions
    from measure_question
    group by event, measure
),

remarks as (
    select event, measure, list({'area': area, 'kind': kind, 'text': text} order by position) as remarks
    from measure_remark
    group by event, measure
),

phases as (
    select
        event,
        measure,
        list({'name': name, 'starts': starts, 'ends': ends, 'activities': activities} order by position) as phases
    from phase
    where measure is not null
    group by event, measure
),

evidences as (
    select
        event,
        measure,
        list({'level': level, 'text': text, 'date': date, 'source': source} order by position) as evidence
    from evidence
    group by event, measure
),

amounts as (
    select
        event,
        measure,
        list(
            {
                'kind': kind,
                'step': step,
                'amount': amount,
                'first_year': first_year,
                'last_year': last_year,
                'note': note
            }
            order by position
        ) as money
    from money
    where measure is not null
    group by event, measure
)

select version.*, questions.questions, remarks.remarks, phases.phases, evidences.evidence, amounts.money
from version
left join questions on questions.event = version.event and questions.measure = version.measure
left join remarks on remarks.event = version.event and remarks.measure = version.measure
left join phases on phases.event = version.event and phases.measure = version.measure
left join evidences on evidences.event = version.event and evidences.measure = version.measure
left join amounts on amounts.event = version.event and amounts.measure = version.measure
order by version.measure, version.shipped desc, version.event
