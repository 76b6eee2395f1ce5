-- Further stated values of figures, beside the ones used. There are few, so they are asked for all at once.
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
