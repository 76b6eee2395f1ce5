-- The gold stars of the evaluations in the frame `member`.
select evaluation, code, source, place
from gold_star
semi join member using (evaluation)
order by evaluation, code
