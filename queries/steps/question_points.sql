-- Points of questions of the evaluations in the frame `member`: one row a question; all, or those of some codes.
-- In no order, since they can be more than a million and are counted or ordered by what they are asked for.
select question_points.evaluation, question_points.code, question_points.points::double as points
from question_points
semi join member on member.evaluation = question_points.evaluation
where question_points.points is not null
    and ($codes is null or list_contains($codes, question_points.code))
