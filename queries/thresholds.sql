-- Our settings: from which difference a change matters, and how many a comparison needs.
select name, value, unit, owner, reason
from threshold
order by name
