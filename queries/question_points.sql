-- Points of questions of the evaluations in the frame `member`: one row a question; all, or those of some codes.
select question_points.evaluation, question_points.code, question_points.points::double as points
from question_points
semi join member on member.evaluation = question_points.evaluation
where question_points.points is not null
    and ($codes is null or list_contains($codes, question_points.code))
order by question_points.evaluation, question_points.code
