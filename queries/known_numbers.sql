-- The municipalities we know a number of, evaluated or not: every number each has had.
select municipality_number, municipality, number, valid_from, valid_to, county
from municipality_number
order by municipality_number, valid_from nulls first
