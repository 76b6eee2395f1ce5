-- Municipalities of the frame `member` outside a merging group with at least $share per cent of the maximum on some questions.
-- At most $most per question; n is their number before that limit.
with outsider as (
    select
        member.*,
        coalesce(list_contains($sizes, member."group"), false) as same_size
    from member
    where not list_contains($inside, member.number)
)

select
    figure.code,
    outsider.number,
    outsider.name,
    outsider.year,
    figure.points::double as points,
    outsider.size_group,
    outsider.same_size,
    count(*) over (partition by figure.code) as n
from outsider
inner join question_points as figure on figure.evaluation = outsider.evaluation
inner join instrument_question as question on question.version = $version and question.code = figure.code
where list_contains($codes, figure.code)
    and figure.points * 100 >= question.max_points * $share
qualify row_number() over (
    partition by figure.code
    order by outsider.same_size desc, figure.points desc, outsider.number
) <= $most
order by figure.code, outsider.same_size desc, figure.points desc, number
