-- Further stated values of figures, besides the ones used: one row per value.
-- There are few, so Python reads those of all evaluations at once and caches them.
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
from other_value
inner join current_evaluation($dataset, $as_of, $superseded) as evaluation
    on evaluation.evaluation = other_value.evaluation
where $municipality is null or evaluation.municipality = $municipality
order by number, evaluation.year, evaluation.version, other_value.area, other_value.statistic
