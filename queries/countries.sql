-- The countries with evaluations, and how many of their municipalities have one: one row per country.
select country, count(distinct municipality) as municipalities
from current_evaluation($dataset, $as_of, $superseded)
group by country
order by municipalities desc, country
