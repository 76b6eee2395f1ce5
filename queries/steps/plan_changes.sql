-- Changes that people made of the programmes and measures of a municipality, newest first: one row per change.
with own_programme as (
    select distinct programme
    from programme
    where dataset = $dataset
        and municipality = $municipality
),

concerned as (
    select event
    from programme
    where dataset = $dataset
        and programme in (from own_programme)
    union
    select event
    from measure
    where dataset = $dataset
        and programme in (from own_programme)
)

select
    event.event,
    event.happened_at,
    event.title,
    undone.undone_by
from event
left join undone_import($as_of) as undone on undone.event = event.event
where event.event in (from concerned)
    and event.event not in (select shipped.event from shipped)
    and event.event <= $as_of
order by event.event desc
