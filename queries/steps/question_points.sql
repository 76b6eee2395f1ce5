-- Points for questions of the evaluations in the frame `member`: all questions, or only $codes.
-- Unordered, since there can be more than a million rows, and the callers count or order them anyway.
select question_points.evaluation, question_points.code, question_points.points::double as points
from question_points
semi join member on member.evaluation = question_points.evaluation
where question_points.points is not null
    and ($codes is null or list_contains($codes, question_points.code))
