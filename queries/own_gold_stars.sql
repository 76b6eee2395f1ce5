-- Gold stars of one evaluation, with where the evaluators named them.
select code, source, place
from gold_star
where evaluation = $evaluation
order by code
