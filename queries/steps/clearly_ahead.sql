-- Municipalities to learn some questions from, of those in the frame `member`: the $most most similar and the $most best.
-- They are clearly ahead and reach the floor; where nobody does, those with the highest points (below_floor).
with own_figure as (
    select question.code, question.area, question.label_nb as label, question.max_points, own.points
    from question_points as own
    inner join instrument_question as question on question.version = $own['version'] and question.code = own.code
    where own.evaluation = $own['evaluation']
        and list_contains($codes, own.code)
),

-- The highest points of those clearly ahead are the highest of the comparison set.
clearly_ahead as (
    select
        own.*,
        figure.evaluation,
        figure.points as their_points,
        figure.points - own.points as lead,
        count(*) over (partition by own.code) as ahead,
        max(figure.points) over (partition by own.code) as highest,
        highest * 100 < own.max_points * $leader_share as below_floor
    from own_figure as own
    inner join question_points as figure on figure.code = own.code
    semi join member on member.evaluation = figure.evaluation
    where (figure.points - own.points) * 100 >= own.max_points * $lead_share
),

recommended as (
    from clearly_ahead
    where their_points * 100 >= max_points * $leader_share
        or (below_floor and their_points = highest)
)

select
    recommended.code,
    recommended.area,
    recommended.label,
    recommended.max_points as maximum_points,
    member.evaluation,
    member.number,
    member.name,
    member.year,
    member.year_label,
    member.population,
    member.size_group,
    recommended.their_points::double as points,
    round(recommended.their_points::double / recommended.max_points, 9) as share,
    recommended.lead::double as lead,
    member.county = $own['county'] as same_county,
    member.kostra_group = $own['kostra_group'] as same_kostra,
    member.income_group = $own['income_group'] as same_income,
    recommended.ahead,
    count(*) over (partition by recommended.code) as recommended,
    recommended.below_floor,
    case
        when member.population > 0 and $own['population'] > 0
            then floor(abs(ln(member.population / $own['population'])) / $population_step)::integer
    end as population_step,
    row_number() over (
        partition by recommended.code
        order by
            coalesce(member."group" = $own['size_group'], false) desc,
            population_step nulls last,
            coalesce(same_county, false) desc,
            coalesce(same_kostra, false) desc,
            coalesce(same_income, false) desc,
            recommended.their_points desc,
            member.number
    ) as similarity_rank,
    row_number() over (
        partition by recommended.code
        order by recommended.their_points desc, member.number
    ) as points_rank
from recommended
inner join member on member.evaluation = recommended.evaluation
qualify least(similarity_rank, points_rank) <= $most
order by recommended.code, similarity_rank
