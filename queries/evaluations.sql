-- Current evaluations, superseded ones excluded: one row per municipality, year and version.
select
    evaluation.evaluation,
    evaluation.event,
    evaluation.country,
    evaluation.municipality,
    evaluation.name,
    evaluation.county,
    evaluation.year,
    evaluation.year_basis,
    evaluation.year_label,
    evaluation.version,
    evaluation.version_basis,
    evaluation.family,
    evaluation.population,
    evaluation.population_date,
    evaluation.population_source,
    evaluation.size_group,
    evaluation.size_group_label,
    evaluation.income_group,
    evaluation.kostra_group,
    evaluation.report,
    evaluation.source,
    total.points::double as total
from current_evaluation($dataset, $as_of, $superseded) as evaluation
left join area_points as total on total.evaluation = evaluation.evaluation and total.area = 0
where $municipality is null or evaluation.municipality = $municipality
order by evaluation.name, evaluation.municipality, evaluation.year, evaluation.version
