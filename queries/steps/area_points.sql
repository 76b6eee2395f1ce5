-- Points for areas and total (area 0) of the evaluations in the frame `member`: all areas, or only $area.
select area_points.evaluation, area_points.area, area_points.points::double as points
from area_points
semi join member on member.evaluation = area_points.evaluation
where area_points.points is not null
    and ($area is null or area_points.area = $area)
order by area_points.evaluation, area_points.area
