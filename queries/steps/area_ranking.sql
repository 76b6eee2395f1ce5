-- The first $most of the frame `member`, by $area, total or name, and $also, with their areas and n, how many they are.
with areas as (
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
),

figured as (
    select
        member.*,
        areas.* exclude (evaluation),
        case
            when $area is null then member.total::double
            else [area_1, area_2, area_3, area_4, area_5, area_6, area_7, area_8][$area]
        end as figure
    from member
    left join areas on areas.evaluation = member.evaluation
),

placed as (
    select
        *,
        count(*) over () as n,
        count(figure) over () as with_figure,
        case when figure is not null then rank() over (order by figure desc nulls last) end as figure_rank,
        row_number() over (
            order by
                case when $by_name then name end,
                figure desc nulls last,
                name,
                number
        ) as place
    from figured
)

select * exclude (place)
from placed
where place <= $most
    or number = $also
order by place
