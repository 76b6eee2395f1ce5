-- Points for the questions of one or more evaluations, with the source of each figure and the place of a gold star.
select
    question_points.evaluation,
    question_points.code,
    question_points.points::double as points,
    question_points.basis,
    question_points.source,
    question_points.place,
    question_points.note,
    coalesce(gold_star.place, gold_star.source) as gold_star
from question_points
left join gold_star
    on gold_star.evaluation = question_points.evaluation
    and gold_star.code = question_points.code
where question_points.evaluation in (select unnest($evaluations))
order by question_points.evaluation, question_points.code
