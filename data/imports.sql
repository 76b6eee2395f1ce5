-- The log of imports and undos: one row per event, oldest first.
select
    event.event,
    event.kind,
    event.dataset,
    event.happened_at,
    event.title,
    event.undoes,
    undo.event as undone_by,
    (select count(*) from evaluation where evaluation.event = event.event) as evaluations
from event
left join event as undo on undo.undoes = event.event
order by event.event
