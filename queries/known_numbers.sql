-- Numbers of the registered municipalities, evaluated or not: one row per number, with its validity.
select municipality_number, municipality, number, valid_from, valid_to, county
from municipality_number
order by municipality_number, valid_from nulls first
