-- The evaluations in the frame `member` with the highest points for each area, ties included.
-- n is how many of them have points for the area.
with figure as (
    select area_points.evaluation, area_points.area, area_points.points
    from area_points
    semi join member on member.evaluation = area_points.evaluation
    where area_points.points is not null
        and area_points.area > 0
),

highest as (
    select area, max(points) as points, count(*) as n
    from figure
    group by area
)

select
    figure.area,
    figure.points::double as points,
    highest.n,
    member.evaluation,
    member.number,
    member.name,
    member.year,
    member.year_label
from highest
inner join figure on figure.area = highest.area and figure.points = highest.points
inner join member on member.evaluation = figure.evaluation
order by figure.area, member.name, number
