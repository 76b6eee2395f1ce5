-- One row if any evaluation of the dataset has a year that is only the latest possible, else none.
select evaluation
from evaluation
where dataset = $dataset
    and year_basis = 'latest possible'
limit 1
