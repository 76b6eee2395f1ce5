-- Gold stars named by the evaluators: one row per evaluation and question, with its points.
select
    evaluation.evaluation,
    evaluation.municipality as number,
    evaluation.name,
    evaluation.year,
    evaluation.version,
    gold_star.code,
    question_points.points::double as points,
    gold_star.source,
    gold_star.place
from current_evaluation($dataset, $as_of, $superseded) as evaluation
inner join gold_star on gold_star.evaluation = evaluation.evaluation
left join question_points
    on question_points.evaluation = gold_star.evaluation
    and question_points.code = gold_star.code
order by gold_star.code, evaluation.name
