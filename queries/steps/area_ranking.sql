-- The first $most municipalities of the frame `member`, by $area, total or name, with their areas; n is how many have any.
with figure as (
    select
        area_points.evaluation,
        max(area_points.points) filter (where area_points.area = 1)::double as area_1,
        max(area_points.points) filter (where area_points.area = 2)::double as area_2,
        max(area_points.points) filter (where area_points.area = 3)::double as area_3,
        max(area_points.points) filter (where area_points.area = 4)::double as area_4,
        max(area_points.points) filter (where area_points.area = 5)::double as area_5,
        max(area_points.points) filter (where area_points.area = 6)::double as area_6,
        max(area_points.points) filter (where area_points.area = 7)::double as area_7,
        max(area_points.points) filter (where area_points.area = 8)::double as area_8
    from area_points
    semi join member on member.evaluation = area_points.evaluation
    where area_points.points is not null
        and area_points.area > 0
    group by area_points.evaluation
)

select
    member.*,
    figure.* exclude (evaluation),
    count(*) over () as n
from member
inner join figure on figure.evaluation = member.evaluation
order by
    case when $by_name then member.name end,
    case
        when $area is null then member.total
        else [area_1, area_2, area_3, area_4, area_5, area_6, area_7, area_8][$area]
    end desc nulls last,
    member.name,
    member.number
limit $most
