-- Key and name of the municipality that has or had a number; no row if the register knows none.
select municipality_number as municipality, municipality as name
from municipality_number
where number = $number or municipality_number = $number
order by number <> $number
limit 1
