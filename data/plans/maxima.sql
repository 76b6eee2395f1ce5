-- Maximum points by version and code: 3.4 is a question, 3 an area.
select version, code, max_points
from instrument_question
union all
select version, area::varchar as code, max_points
from instrument_area
