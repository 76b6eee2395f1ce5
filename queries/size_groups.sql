-- Size groups with their bounds in inhabitants, and the basis of the bounds.
select "group", label_nb as label, from_population, to_population, basis
from size_group
order by "group"
