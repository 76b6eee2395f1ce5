-- Which evaluation of each municipality takes part in a comparison; left_out says why one does not.
select
    compared.evaluation,
    compared.municipality as number,
    compared.name,
    compared.county,
    compared.year,
    compared.year_basis,
    case when compared.year_basis = 'latest possible' then 'senest ' else '' end || compared.year as year_label,
    compared.version,
    compared.population,
    compared.population_date,
    compared.population_source,
    size_group."group",
    size_group.label_nb as size_group,
    compared.income_group,
    compared.kostra_group,
    total.points::double as total,
    compared.source,
    compared.left_out
from compared_evaluation($dataset, $as_of, $given_way, $rules) as compared
left join area_points as total on total.evaluation = compared.evaluation and total.area = 0
left join size_group
    on compared.population >= size_group.from_population
    and compared.population <= coalesce(size_group.to_population, compared.population)
order by compared.name, number
