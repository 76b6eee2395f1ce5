-- Tally of the evaluations in the frame `member`: how many have which points, by area (0 is the total).
select
    area_points.area,
    area_points.points::double as points,
    count(*) as n
from area_points
semi join member on member.evaluation = area_points.evaluation
where area_points.points is not null
group by area_points.area, area_points.points
order by area_points.area, area_points.points
