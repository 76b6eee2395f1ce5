-- Further stated values of figures, beside the ones used.
select
    evaluation.municipality as number,
    evaluation.year,
    evaluation.version,
    other_value.area,
    other_value.statistic,
    other_value.value::double as value,
    other_value.source,
    other_value.place
from current_evaluation($dataset, $as_of, $given_way) as evaluation
inner join other_value on other_value.evaluation = evaluation.evaluation
where other_value.statistic in ('total', 'points')
    and ($municipality is null or evaluation.municipality = $municipality)
order by number, evaluation.year, other_value.area
