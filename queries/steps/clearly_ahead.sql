-- Municipalities of a comparison set clearly ahead of an evaluation on some questions, most similar first.
-- At most $most per question; ahead is their number before that limit.
with member as (
    from compared_evaluation($dataset, $as_of, $superseded, $rules) as compared
    where compared.left_out is null
        and compared.version = $own['version']
        and compared.evaluation <> $own['evaluation']
),

own_figure as (
    select question.code, question.area, question.label_nb as label, question.max_points, own.points
    from question_points as own
    inner join instrument_question as question on question.version = $own['version'] and question.code = own.code
    where own.evaluation = $own['evaluation']
        and list_contains($codes, own.code)
)

select
    own.code,
    own.area,
    own.label,
    own.max_points as maximum_points,
    member.evaluation,
    member.municipality as number,
    member.name,
    member.year,
    member.year_label,
    member.population,
    member.size_group_label as size_group,
    figure.points::double as points,
    round(figure.points::double / own.max_points, 9) as share,
    (figure.points - own.points)::double as lead,
    member.county = $own['county'] as same_county,
    member.kostra_group = $own['kostra_group'] as same_kostra,
    member.income_group = $own['income_group'] as same_income,
    count(*) over (partition by own.code) as ahead,
    row_number() over (
        partition by own.code
        order by
            coalesce(member.size_group = $own['size_group'], false) desc,
            -- Larger by smaller orders as |ln(own / other)| does, without rounding that separates equal ratios.
            case
                when member.population is null or $own['population'] is null then null
                else greatest(member.population, $own['population'])::double
                / least(member.population, $own['population'])
            end nulls last,
            coalesce(same_county, false) desc,
            coalesce(same_kostra, false) desc,
            coalesce(same_income, false) desc,
            figure.points desc,
            member.municipality
    ) as similarity_rank
from own_figure as own
inner join question_points as figure on figure.code = own.code
inner join member on member.evaluation = figure.evaluation
where (figure.points - own.points) * 100 >= own.max_points * $lead_share
qualify similarity_rank <= $most
order by own.code, similarity_rank
