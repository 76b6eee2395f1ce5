-- Every evaluation that counts: one row each, by municipality and year.
select
    evaluation,
    event,
    country,
    municipality,
    name,
    county,
    year,
    year_basis,
    case when year_basis = 'latest possible' then 'senest ' else '' end || year as year_label,
    version,
    version_basis,
    family,
    population,
    population_date,
    population_source,
    size_group,
    size_group_label,
    income_group,
    kostra_group,
    report,
    source,
    total::double as total
from current_evaluation($dataset, $as_of)
where $municipality is null or municipality = $municipality
order by name, municipality, year, version
