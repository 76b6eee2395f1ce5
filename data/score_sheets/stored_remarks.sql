-- The strengths, challenges and weaknesses of the evaluations in the frame `member`, in the order given.
select evaluation, area, kind, position, text, place
from remark
semi join member using (evaluation)
order by
    evaluation,
    area,
    case kind when 'strength' then 1 when 'challenge' then 2 else 3 end,
    position
