-- Imports and undos of a dataset, newest first: one row per event.
select
    event.event,
    event.kind,
    event.happened_at,
    event.title,
    event.undoes,
    (
        select max(undo.event)
        from event as undo
        where undo.undoes = event.event and undo.event <= $as_of
    ) as undone_by,
    (select count(*) from evaluation where evaluation.event = event.event) as evaluations
from event
where event.dataset = $dataset
    and event.event <= $as_of
order by event.event desc
