-- Points in tenths of some evaluations: 3.4 is a question, 3 an area.
select evaluation, code, (points * 10)::integer as tenths
from question_points
where list_contains($evaluations, evaluation)
    and points is not null
union all
select evaluation, area::varchar as code, (points * 10)::integer as tenths
from area_points
where list_contains($evaluations, evaluation)
    and area > 0
    and points is not null
