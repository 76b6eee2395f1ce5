-- Imports and undos of a dataset, newest first: one row per event.
select
    event.event,
    event.kind,
    event.happened_at,
    event.title,
    event.undoes,
    undone.undone_by,
    (select count(*) from evaluation where evaluation.event = event.event) as evaluations
from event
left join undone_import($as_of) as undone on undone.event = event.event
where event.dataset = $dataset
    and event.event <= $as_of
order by event.event desc
