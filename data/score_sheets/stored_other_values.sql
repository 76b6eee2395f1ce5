-- The further stated values of the evaluations in the frame `member`.
select evaluation, area, statistic, value, source, place, note
from other_value
semi join member using (evaluation)
order by evaluation, area, statistic
