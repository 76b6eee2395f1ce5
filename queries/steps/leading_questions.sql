-- The evaluations in the frame `member` with the highest points for each question, ties included.
-- n is how many of them have points for the question.
with figure as (
    select question_points.evaluation, question_points.code, question_points.points
    from question_points
    semi join member on member.evaluation = question_points.evaluation
    where question_points.points is not null
),

highest as (
    select code, max(points) as points, count(*) as n
    from figure
    group by code
)

select
    figure.code,
    figure.points::double as points,
    highest.n,
    member.evaluation,
    member.number,
    member.name,
    member.year,
    member.year_label
from highest
inner join figure on figure.code = highest.code and figure.points = highest.points
inner join member on member.evaluation = figure.evaluation
order by figure.code, member.name, number
