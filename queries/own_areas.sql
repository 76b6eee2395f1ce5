-- Points for areas and total (area 0) of one or more evaluations, by year, with the source of each figure.
select
    evaluation.evaluation,
    evaluation.country,
    evaluation.municipality as number,
    evaluation.name,
    evaluation.year,
    year_label(evaluation.year, evaluation.year_basis) as year_label,
    evaluation.year_basis,
    evaluation.version,
    evaluation.family,
    area_points.area,
    area_points.points::double as points,
    area_points.basis,
    area_points.question_sum::double as question_sum,
    area_points.source,
    area_points.place,
    area_points.note
from evaluation
inner join area_points on area_points.evaluation = evaluation.evaluation
where list_contains($evaluations, evaluation.evaluation)
order by number, evaluation.year, evaluation.version, area_points.area
