-- The figures of the evaluations in the frame `member`, computed ones included; code 0 is the total.
select evaluation, area::varchar as code, points, basis, source, place, note
from area_points
semi join member using (evaluation)
where points is not null
union all by name
select evaluation, code, points, basis, source, place, note
from question_points
semi join member using (evaluation)
where points is not null
order by evaluation, code
