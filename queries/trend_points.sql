-- Every area and total (area 0) that a municipality was ever measured with, by year.
select
    evaluation.country,
    evaluation.municipality as number,
    evaluation.name,
    evaluation.year,
    case when evaluation.year_basis = 'latest possible' then 'senest ' else '' end
    || evaluation.year as year_label,
    evaluation.year_basis,
    evaluation.version,
    evaluation.family,
    area_points.area,
    area_points.points::double as points,
    area_points.basis,
    area_points.source,
    area_points.place
from current_evaluation($dataset, $as_of, $given_way) as evaluation
inner join area_points on area_points.evaluation = evaluation.evaluation
where $municipality is null or evaluation.municipality = $municipality
order by number, evaluation.year, evaluation.version, area_points.area
