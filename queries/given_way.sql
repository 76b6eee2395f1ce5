-- Evaluations whose year is only the latest possible and that give way to a dated one: same municipality, family and
-- total, dated no later. There are few, so they are looked up first and everything else asks around them.
with undated as (
    select evaluation, municipality, family, year
    from evaluation
    where year_basis = 'latest possible'
        and event in (from standing_import($dataset, $as_of))
),

dated as (
    select evaluation, municipality, family, year
    from evaluation
    where year_basis <> 'latest possible'
        and municipality in (select municipality from undated)
        and event in (from standing_import($dataset, $as_of))
    qualify row_number() over (partition by municipality, year, version order by event desc) = 1
)

select distinct undated.evaluation
from undated
inner join dated
    on dated.municipality = undated.municipality
    and dated.family = undated.family
    and dated.year <= undated.year
inner join area_points as undated_total on undated_total.evaluation = undated.evaluation and undated_total.area = 0
inner join area_points as dated_total
    on dated_total.evaluation = dated.evaluation
    and dated_total.area = 0
    and dated_total.points = undated_total.points
order by undated.evaluation
