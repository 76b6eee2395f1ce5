-- The evaluations of which anything is stated that other figures can be held against.
select evaluation
from current_evaluation($dataset, $as_of, $superseded)
where evaluation in (select evaluation from area_points where basis <> 'computed')
    or evaluation in (select evaluation from other_value)
order by evaluation
