-- The log of imports and undos: one row per event, oldest first.
select
    event.event,
    event.kind,
    event.dataset,
    event.happened_at,
    event.title,
    event.undoes,
    undone.undone_by,
    event.event in (select shipped.event from shipped) as shipped,
    (select count(*) from evaluation where evaluation.event = event.event) as evaluations
from event
left join undone_import((select max(newest.event) from event as newest)) as undone on undone.event = event.event
order by event.event
