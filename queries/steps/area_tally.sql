-- Tally of a comparison set: number of members by area (0 is the total) and points.
with member as (
    select evaluation
    from compared_evaluation($dataset, $as_of, $superseded, $rules)
    where left_out is null
)

select
    area_points.area,
    area_points.points::double as points,
    count(*) as n
from area_points
semi join member on member.evaluation = area_points.evaluation
where area_points.points is not null
group by area_points.area, area_points.points
order by area_points.area, area_points.points
