-- What stands of the store: the rules that every question goes through. A store made with another edition of this
-- file gets these when it is opened.

-- Imports that stand as of an event: made by then, and not undone by then.
create or replace macro standing_import(chosen_dataset, as_of) as table
    select event.event
    from event
    where event.kind = 'import'
        and event.dataset = chosen_dataset
        and event.event <= as_of
        and event.event not in (
            select undo.undoes from event as undo where undo.kind = 'undo' and undo.event <= as_of
        );

-- The evaluations that count as of an event: of each municipality, year and version the one from the newest
-- standing import, but for those that have given way to a dated one (queries/given_way.sql).
create or replace macro current_evaluation(chosen_dataset, as_of, given_way) as table
    from evaluation
    where event in (from standing_import(chosen_dataset, as_of))
    qualify row_number() over (partition by municipality, year, version order by event desc) = 1
        and not list_contains(given_way, evaluation);

-- Of every municipality of a country the evaluation that counts in a comparison, and in left_out why it does not
-- take part. The one in focus, where there is one, stands in place of its municipality's others; of every other
-- the latest counts, and one without a fitting evaluation is told of by the one that came nearest.
create or replace macro compared_evaluation(chosen_dataset, as_of, given_way, rules) as table
    with candidate as (
        select
            evaluation,
            municipality,
            family,
            year,
            version,
            evaluation is not distinct from rules['focus']
            or (
                municipality is distinct from rules['focus_municipality']
                and family = rules['family']
                and year <= rules['reference_year']
                and year >= rules['reference_year'] - coalesce(rules['window'], rules['reference_year'])
            ) as fits
        from current_evaluation(chosen_dataset, as_of, given_way)
        where country = rules['country']
    ),

    chosen as (
        select
            max(fits) as fits,
            arg_max(
                evaluation, (fits, family = rules['family'], year <= rules['reference_year'], year, version)
            ) as evaluation
        from candidate
        group by municipality
    ),

    own_size as (
        select
            min(from_population) as fewest,
            min(coalesce(to_population, 2147483647)) as most
        from size_group
        where "group"::varchar = rules['value']
    )

    select
        evaluation.*,
        case
            when evaluation.evaluation is not distinct from rules['focus'] then null
            when not chosen.fits and family <> rules['family'] then 'other_family'
            when not chosen.fits and year > rules['reference_year'] then 'after_reference'
            when not chosen.fits then 'before_window'
            when rules['group'] = 'size' and population is null then 'group_unknown'
            when rules['group'] = 'county' and county is null then 'group_unknown'
            when rules['group'] = 'kostra' and kostra_group is null then 'group_unknown'
            when rules['group'] = 'income' and income_group is null then 'group_unknown'
            when rules['group'] = 'size' and population not between own_size.fewest and own_size.most then 'outside_group'
            when rules['group'] = 'size' and own_size.fewest is null then 'outside_group'
            when rules['group'] = 'county' and county is distinct from rules['value'] then 'outside_group'
            when rules['group'] = 'kostra' and kostra_group is distinct from rules['value'] then 'outside_group'
            when rules['group'] = 'income' and income_group is distinct from rules['value'] then 'outside_group'
            when rules['group'] = 'choice' and not list_contains(rules['municipalities'], municipality) then 'outside_group'
        end as left_out
    from evaluation
    inner join chosen on chosen.evaluation = evaluation.evaluation
    cross join own_size;
