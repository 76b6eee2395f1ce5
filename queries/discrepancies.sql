-- Where stated figures differ from each other or from the sum of their parts; kind says if rounding explains it.
-- Rounding explains half the last digit of each part plus half the last digit of the sum.
with evaluation as (
    from current_evaluation($dataset, $as_of, $given_way)
    where $municipality is null or municipality = $municipality
),

question_count as (
    select version, area, count(*) as parts from instrument_question group by version, area
    union all
    select version, 0 as area, count(*) as parts from instrument_question group by version
),

from_questions as (
    select
        evaluation.evaluation,
        points.area,
        'questions' as compared_with,
        points.points as used,
        points.question_sum as other,
        0.05 * question_count.parts + 0.5 as tolerance,
        points.source,
        points.place,
        null as note
    from evaluation
    inner join area_points as points on points.evaluation = evaluation.evaluation
    inner join question_count
        on question_count.version = evaluation.version
        and question_count.area = points.area
    where points.basis <> 'computed'
),

from_areas as (
    select
        evaluation.evaluation,
        0 as area,
        'areas' as compared_with,
        any_value(total.points) as used,
        sum(points.points) as other,
        4.5 as tolerance,
        any_value(total.source) as source,
        any_value(total.place) as place,
        null as note
    from evaluation
    inner join area_points as total on total.evaluation = evaluation.evaluation and total.area = 0
    inner join area_points as points on points.evaluation = evaluation.evaluation and points.area > 0
    where total.basis <> 'computed'
    group by evaluation.evaluation
    having count(*) = 8
),

-- A stated distance to the mean of the smallest group is held against the distance of the used figures.
from_statements as (
    select
        evaluation.evaluation,
        other_value.area,
        other_value.statistic as compared_with,
        case
            when other_value.statistic = 'distance_to_small_group' then points.points - reference.value
            else points.points
        end as used,
        other_value.value as other,
        0 as tolerance,
        other_value.source,
        other_value.place,
        other_value.note
    from evaluation
    inner join other_value on other_value.evaluation = evaluation.evaluation
    inner join area_points as points
        on points.evaluation = evaluation.evaluation
        and points.area = other_value.area
    left join published_reference as reference
        on reference.group_label = (select label_nb from size_group where "group" = 1)
        and reference.year = evaluation.year
        and reference.family = evaluation.family
        and reference.area = other_value.area
        and reference.event in (from standing_import($dataset, $as_of))
),

compared as (
    from from_questions
    union all by name
    from from_areas
    union all by name
    from from_statements
)

select
    evaluation.municipality as number,
    evaluation.name,
    evaluation.year,
    evaluation.version,
    compared.area,
    compared.compared_with,
    compared.used::double as used,
    compared.other::double as other,
    (compared.other - compared.used)::double as difference,
    compared.tolerance::double as tolerance,
    case when abs(compared.other - compared.used) <= compared.tolerance then 'rounding' else 'discrepancy' end as kind,
    compared.source,
    compared.place,
    compared.note
from compared
inner join evaluation on evaluation.evaluation = compared.evaluation
where compared.other <> compared.used
order by evaluation.name, evaluation.year, kind, compared.area, compared.compared_with
