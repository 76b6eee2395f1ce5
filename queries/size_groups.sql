-- The size groups and where their bounds come from.
select "group", label_nb as label, from_population, to_population, basis
from size_group
order by "group"
