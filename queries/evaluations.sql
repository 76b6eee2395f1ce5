-- Every evaluation that counts: one row each, by municipality and year.
select
    evaluation.evaluation,
    evaluation.event,
    evaluation.country,
    evaluation.municipality,
    evaluation.name,
    evaluation.county,
    evaluation.year,
    evaluation.year_basis,
    case when evaluation.year_basis = 'latest possible' then 'senest ' else '' end
    || evaluation.year as year_label,
    evaluation.version,
    evaluation.version_basis,
    evaluation.family,
    evaluation.population,
    evaluation.population_date,
    evaluation.population_source,
    size_group."group" as size_group,
    size_group.label_nb as size_group_label,
    evaluation.income_group,
    evaluation.kostra_group,
    evaluation.report,
    evaluation.source,
    total.points::double as total
from current_evaluation($dataset, $as_of, $given_way) as evaluation
left join area_points as total on total.evaluation = evaluation.evaluation and total.area = 0
left join size_group
    on evaluation.population >= size_group.from_population
    and evaluation.population <= coalesce(size_group.to_population, evaluation.population)
where $municipality is null or evaluation.municipality = $municipality
order by evaluation.name, evaluation.municipality, evaluation.year, evaluation.version
