-- Which evaluation of each municipality takes part in a comparison; left_out says why one does not.
with candidate as (
    from current_evaluation($dataset, $as_of)
    where country = $country
),

-- The evaluation in focus stands in place of its municipality's others; of every other the latest counts.
fitting as (
    from candidate
    where evaluation = $focus
        or (
            municipality is distinct from $focus_municipality
            and family = $family
            and year <= $reference_year
            and year >= $reference_year - coalesce($window, $reference_year)
        )
    qualify row_number() over (partition by municipality order by year desc, version desc) = 1
),

-- A municipality without a fitting evaluation is told of by the one that came nearest.
not_fitting as (
    from candidate
    where municipality not in (select municipality from fitting)
    qualify row_number() over (
        partition by municipality
        order by family = $family desc, year <= $reference_year desc, year desc, version desc
    ) = 1
),

judged as (
    select
        fitting.*,
        case
            when evaluation = $focus then null
            when $group = 'size' and size_group is null then 'group_unknown'
            when $group = 'county' and county is null then 'group_unknown'
            when $group = 'kostra' and kostra_group is null then 'group_unknown'
            when $group = 'income' and income_group is null then 'group_unknown'
            when $group = 'size' and size_group is distinct from $size_group then 'outside_group'
            when $group = 'county' and county is distinct from $county then 'outside_group'
            when $group = 'kostra' and kostra_group is distinct from $kostra_group then 'outside_group'
            when $group = 'income' and income_group is distinct from $income_group then 'outside_group'
            when $group = 'choice' and not list_contains($municipalities, municipality) then 'outside_group'
        end as left_out
    from fitting
    union all by name
    select
        not_fitting.*,
        case
            when family <> $family then 'other_family'
            when year > $reference_year then 'after_reference'
            else 'before_window'
        end as left_out
    from not_fitting
)

select
    evaluation,
    municipality as number,
    name,
    county,
    year,
    year_basis,
    case when year_basis = 'latest possible' then 'senest ' else '' end || year as year_label,
    version,
    population,
    population_date,
    population_source,
    size_group as "group",
    size_group_label as size_group,
    income_group,
    kostra_group,
    total::double as total,
    source,
    left_out
from judged
order by name, number
