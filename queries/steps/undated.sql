-- One row where the dataset has any evaluation of a year that is only the latest possible; few datasets have.
select evaluation
from evaluation
where dataset = $dataset
    and year_basis = 'latest possible'
limit 1
