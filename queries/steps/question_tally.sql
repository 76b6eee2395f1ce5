-- Tally of the evaluations in the frame `member`: how many have which points, by question.
select
    question_points.code,
    question_points.points::double as points,
    count(*) as n
from question_points
semi join member on member.evaluation = question_points.evaluation
where question_points.points is not null
group by question_points.code, question_points.points
order by question_points.code, question_points.points
