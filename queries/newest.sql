-- The six newest evaluations of any version, newest first.
select
    evaluation.municipality as number,
    evaluation.name,
    evaluation.year,
    evaluation.year_label,
    evaluation.version,
    evaluation.country,
    total.points::double as total
from (
    from current_evaluation($dataset, $as_of, $superseded)
    where $country is null or country = $country
    order by year desc, name, municipality
    limit 6
) as evaluation
left join area_points as total on total.evaluation = evaluation.evaluation and total.area = 0
order by evaluation.year desc, evaluation.name, number
