-- The current evaluations with the keys in the frame `member`: one row each, from the newest valid import.
select evaluation.*
from newest_evaluation($dataset, (select max(event) from event), []) as evaluation
semi join member
    on member.municipality = evaluation.municipality
    and member.year = evaluation.year
    and member.version = evaluation.version
order by evaluation.evaluation
