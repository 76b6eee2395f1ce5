-- Evaluations with a stated figure, the only ones that can have discrepancies.
select evaluation
from current_evaluation($dataset, $as_of, $superseded)
where evaluation in (select evaluation from area_points where basis <> 'computed')
    or evaluation in (select evaluation from other_value)
order by evaluation
