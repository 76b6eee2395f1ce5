-- The evaluations that stand now of those in the frame `member`: one row each, from the newest import.
select evaluation.*
from evaluation
semi join member
    on member.municipality = evaluation.municipality
    and member.year = evaluation.year
    and member.version = evaluation.version
where evaluation.event in (from standing_import($dataset, (select max(event) from event)))
qualify row_number() over (
    partition by evaluation.municipality, evaluation.year, evaluation.version
    order by evaluation.event desc
) = 1
order by evaluation.evaluation
