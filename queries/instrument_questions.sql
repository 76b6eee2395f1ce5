-- The questions of every version whose questions are published, with the maximum in points.
select version, code, area, label_nb as label, max_points as maximum_points, note
from instrument_question
order by version, area, position
