-- Gold stars of the members of a comparison set: one row per evaluation and question, with its points.
select
    compared.evaluation,
    compared.municipality as number,
    compared.name,
    compared.year,
    compared.version,
    gold_star.code,
    question_points.points::double as points,
    gold_star.source,
    gold_star.place
from compared_evaluation($dataset, $as_of, $superseded, $rules) as compared
inner join gold_star on gold_star.evaluation = compared.evaluation
left join question_points
    on question_points.evaluation = gold_star.evaluation
    and question_points.code = gold_star.code
where compared.left_out is null
order by gold_star.code, compared.name
