-- Areas and total (area 0) of one evaluation, with where each figure comes from.
select area, points::double as points, basis, question_sum::double as question_sum, source, place, note
from area_points
where evaluation = $evaluation
order by area
