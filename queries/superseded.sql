-- Evaluations of a year that is only the latest possible, superseded by a dated one with the same total.
-- The dated one is of the same municipality and family, and of no later year. There are few of them, so they are read
-- once and passed to the other queries as the parameter `superseded`.
with newest as (
    select
        newest.evaluation,
        newest.municipality,
        newest.family,
        newest.year,
        newest.year_basis = 'latest possible' as undated,
        total.points as total
    from newest_evaluation($dataset, $as_of, []) as newest -- none excluded, since this query finds them
    inner join area_points as total on total.evaluation = newest.evaluation and total.area = 0
    where newest.municipality in (select municipality from evaluation where year_basis = 'latest possible')
)

select distinct undated.evaluation
from newest as undated
inner join newest as dated
    on dated.municipality = undated.municipality
    and dated.family = undated.family
    and dated.year <= undated.year
    and dated.total = undated.total
where undated.undated
    and not dated.undated
order by undated.evaluation
