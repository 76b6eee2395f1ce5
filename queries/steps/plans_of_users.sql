-- The programmes and measures of the dataset whose row that counts was written by a user and not shipped.
select coalesce(measure, programme) as identifier
from current_plan_row($dataset, $as_of)
where event not in (select event from shipped)
