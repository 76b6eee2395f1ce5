-- Newest evaluation of a municipality, in $year if given, whose import is undone as of an event: at most one row.
select
    evaluation.name,
    year_label(evaluation.year, evaluation.year_basis) as year_label,
    evaluation.event,
    undone.undone_by
from evaluation
inner join undone_import($as_of) as undone on undone.event = evaluation.event
where evaluation.dataset = $dataset
    and evaluation.event <= $as_of
    and evaluation.municipality = $municipality
    and ($year is null or evaluation.year = $year)
order by evaluation.event desc, evaluation.year desc
limit 1
