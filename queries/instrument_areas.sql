-- The eight areas of every version of the instrument, with the maximum in points.
select version, family, area, name_nb as name, short_nb as short, max_points as maximum_points, note
from instrument_area
order by version, area
