-- Give evaluations the key that the register gives their municipality now: a store may have been filled when fewer
-- numbers were known, and would hold Skaun under 5029 beside Skaun under 1657. Identifiers and figures stay.
update evaluation
set municipality = known.municipality_number
from municipality_number as known
where known.number = evaluation.municipality
    and known.country = evaluation.country
    and known.municipality_number <> evaluation.municipality;
