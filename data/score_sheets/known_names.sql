-- The names of each municipality: those in the register, Sámi, Kven and former ones among them, and those of its
-- evaluations in the dataset.
select municipality_number as municipality, municipality as name
from municipality_number
union
select municipality_number, unnest(string_split(other_names, '; '))
from municipality_number
where other_names is not null
union
select municipality, name
from evaluation
where dataset = $dataset
order by municipality, name
