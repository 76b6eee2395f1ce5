-- Tally of the members measured with one version: number of members by question and points.
with member as (
    select evaluation
    from compared_evaluation($dataset, $as_of, $superseded, $rules)
    where left_out is null and version = $version
)

select
    question_points.code,
    question_points.points::double as points,
    count(*) as n
from question_points
semi join member on member.evaluation = question_points.evaluation
where question_points.points is not null
group by question_points.code, question_points.points
order by question_points.code, question_points.points
