-- The names of each municipality: those in the register, and those of its evaluations in the dataset.
select municipality_number as municipality, municipality as name
from municipality_number
union
select municipality, name
from evaluation
where dataset = $dataset
order by municipality, name
