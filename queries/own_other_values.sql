-- Further stated values of figures of some evaluations, beside the ones used.
select
    evaluation.evaluation,
    evaluation.municipality as number,
    evaluation.year,
    evaluation.version,
    other_value.area,
    other_value.statistic,
    other_value.value::double as value,
    other_value.source,
    other_value.place,
    other_value.note
from evaluation
inner join other_value on other_value.evaluation = evaluation.evaluation
where evaluation.evaluation in (select unnest($evaluations))
order by number, evaluation.year, evaluation.version, other_value.area, other_value.statistic
