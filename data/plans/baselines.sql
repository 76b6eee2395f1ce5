-- Points of the evaluation that a programme answers, by code: 3.4 is a question, 3 an area. No rows if it is not held.
with answered as (
    select evaluation
    from newest_evaluation($dataset, $as_of, [])
    where municipality = $municipality
        and year = $year
        and version = $version
)

select code, points
from question_points
where evaluation in (from answered)
    and points is not null
union all
select area::varchar, points
from area_points
where evaluation in (from answered)
    and area > 0
    and points is not null
