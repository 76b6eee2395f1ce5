-- Strengths, challenges and weaknesses of one or more evaluations by area, in the order given.
select evaluation, area, kind, position, text, place
from remark
where evaluation in (select unnest($evaluations))
order by evaluation, area, kind, position
