-- The number of evaluations that a dataset ever had, undone and replaced ones included: counted without judging any.
select count(*) as n
from evaluation
where dataset = $dataset
