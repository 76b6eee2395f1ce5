-- Municipalities measured with both an older and a newer version: n and mean change in points, by area.
-- Of each municipality: the last evaluation with the older version, and the first with the newer one from that year on.
with older as (
    from current_evaluation($dataset, $as_of, $superseded)
    where version = $older and country = $country
    qualify row_number() over (partition by municipality order by year desc) = 1
),

newer as (
    select later.*, older.evaluation as before
    from current_evaluation($dataset, $as_of, $superseded) as later
    inner join older on older.municipality = later.municipality and later.year >= older.year
    where later.version = $newer and later.country = $country
    qualify row_number() over (partition by later.municipality order by later.year) = 1
)

select
    new_points.area,
    count(*) as n,
    avg(new_points.points - old_points.points) as mean_change
from newer
inner join area_points as new_points on new_points.evaluation = newer.evaluation
inner join area_points as old_points
    on old_points.evaluation = newer.before
    and old_points.area = new_points.area
group by new_points.area
order by new_points.area
