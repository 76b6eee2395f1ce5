-- Municipalities that were split or merged: one row per part and the municipality it went to.
select date, from_number, from_name, to_number, to_name, share::double as share, note, source
from municipality_change
where from_number <> to_number
order by date, from_name, to_name
