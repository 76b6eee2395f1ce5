-- Strengths, challenges and weaknesses of one evaluation by area, in the order given.
select area, kind, position, text, place
from remark
where evaluation = $evaluation
order by area, kind, position
