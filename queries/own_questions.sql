-- Questions of one evaluation, with where each figure comes from.
select code, points::double as points, basis, source, place, note
from question_points
where evaluation = $evaluation
order by code
