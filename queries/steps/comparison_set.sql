-- Comparison set: one row per municipality with the evaluation used, and in left_out why it is not a member.
select
    compared.evaluation,
    compared.municipality as number,
    compared.name,
    compared.county,
    compared.year,
    compared.year_basis,
    compared.year_label,
    compared.version,
    compared.population,
    compared.population_date,
    compared.population_source,
    compared.size_group as "group",
    compared.size_group_label as size_group,
    compared.income_group,
    compared.kostra_group,
    total.points::double as total,
    compared.source,
    compared.left_out
from compared_evaluation($dataset, $as_of, $superseded, $rules) as compared
left join area_points as total on total.evaluation = compared.evaluation and total.area = 0
order by compared.name, number
