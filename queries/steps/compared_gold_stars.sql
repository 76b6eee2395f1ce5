-- Gold stars of the evaluations in the frame `member`: one row per evaluation and question, with its points.
select
    member.evaluation,
    member.number,
    member.name,
    member.year,
    member.version,
    gold_star.code,
    question_points.points::double as points,
    gold_star.source,
    gold_star.place
from member
inner join gold_star on gold_star.evaluation = member.evaluation
left join question_points
    on question_points.evaluation = gold_star.evaluation
    and question_points.code = gold_star.code
order by gold_star.code, member.name
