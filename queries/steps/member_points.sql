-- Points in tenths for the questions of the evaluations in the frame `member`, by their `place` in it.
-- Unordered, and with numbers for the evaluations: a million texts would take three times as long to hand over.
select member.place, question_points.code, (question_points.points * 10)::smallint as tenths
from question_points
inner join member on member.evaluation = question_points.evaluation
where question_points.points is not null
