-- Strengths that the evaluators wrote of one area, of the evaluations in the frame `member`, as one text each.
select
    remark.evaluation,
    string_agg(case when right(text, 1) in ('.', '!', '?') then text else text || '.' end, ' ' order by position)
        as strengths
from remark
semi join member on member.evaluation = remark.evaluation
where area = $area and kind = 'strength'
group by remark.evaluation
