-- Of each measure in `counted`: how many other municipalities have all its questions (or areas) in both evaluations,
-- made in the same years with the same versions, and their change altogether in tenths of points.
with measured as (
    from current_evaluation($dataset, $as_of, $superseded)
),

pair as (
    select distinct municipality, country, before_year, before_version, after_year, after_version
    from counted
),

twice as (
    select
        pair.*,
        earlier.municipality as other,
        earlier.evaluation as earlier,
        later.evaluation as later
    from pair
    inner join measured as earlier
        on earlier.country = pair.country
        and earlier.municipality <> pair.municipality
        and earlier.year = pair.before_year
        and earlier.version = pair.before_version
    inner join measured as later
        on later.municipality = earlier.municipality
        and later.year = pair.after_year
        and later.version = pair.after_version
),

figure as (
    select evaluation, code, points
    from question_points
    where points is not null
    union all
    select evaluation, area::varchar as code, points
    from area_points
    where points is not null
),

moved as (
    select
        counted.measure,
        twice.other,
        sum(new_points.points - old_points.points) as change,
        count(*) as codes
    from counted
    inner join twice using (municipality, country, before_year, before_version, after_year, after_version)
    inner join figure as old_points on old_points.evaluation = twice.earlier and old_points.code = counted.code
    inner join figure as new_points on new_points.evaluation = twice.later and new_points.code = counted.code
    group by counted.measure, twice.other
),

needed as (
    select measure, count(*) as codes
    from counted
    group by measure
)

select
    moved.measure,
    count(*)::integer as n,
    (sum(moved.change) * 10)::bigint as tenths
from moved
inner join needed on needed.measure = moved.measure and needed.codes = moved.codes
group by moved.measure
order by moved.measure
