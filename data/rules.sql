-- Macros that queries share. A store that was filled with another version of this file gets these when it is opened.

-- The year as shown to users: `2018`, or `senest 2019` where it is only the latest possible.
create or replace macro year_label(year, year_basis) as
    case when year_basis = 'latest possible' then 'senest ' else '' end || year;

-- Whether a population is within the bounds of a size group; the largest group has no upper bound.
create or replace macro is_of_size(population, from_population, to_population) as
    population >= from_population and population <= coalesce(to_population, population);

-- The imports and changes of plans that are undone as of an event, and by which one: the last event about them is an undo, not the undo of it.
create or replace macro undone_import(as_of) as table
    select
        undo.undoes as event,
        max(undo.event) as undone_by
    from event as undo
    where undo.undoes is not null
        and undo.event <= as_of
    group by undo.undoes
    having arg_max(undo.kind, undo.event) = 'undo';

-- Events of a kind (import or plan) that are valid as of an event: made and not undone by then. Of each shipped part
-- only the newest is valid; undoing it makes the one before valid again. One row per event, and whether it was shipped.
create or replace macro valid_event(chosen_kind, chosen_dataset, as_of) as table
    select
        event.event,
        shipped.part is not null as shipped
    from event
    left join shipped on shipped.event = event.event
    where event.kind = chosen_kind
        and event.dataset = chosen_dataset
        and event.event <= as_of
        and event.event not in (select undone.event from undone_import(as_of) as undone)
    qualify shipped.part is null
        or row_number() over (partition by shipped.part order by event.event desc) = 1;

-- Imports that are valid as of an event.
create or replace macro valid_import(chosen_dataset, as_of) as table
    select event, shipped
    from valid_event('import', chosen_dataset, as_of);

-- The evaluations that count as of an event: of each municipality, year and version the one from the newest valid
-- import, without the superseded ones, which have given way to a dated one (queries/superseded.sql). Evaluations
-- imported by users take precedence over shipped ones, even if these are newer: hence `shipped` is the first sort key.
create or replace macro newest_evaluation(chosen_dataset, as_of, superseded) as table
    select evaluation.*
    from evaluation
    inner join valid_import(chosen_dataset, as_of) as valid on valid.event = evaluation.event
    qualify row_number() over (
        partition by evaluation.municipality, evaluation.year, evaluation.version
        order by valid.shipped, evaluation.event desc
    ) = 1
    and not list_contains(superseded, evaluation.evaluation);

-- newest_evaluation with the label of the year and the size group, which is null where the population is not known.
create or replace macro current_evaluation(chosen_dataset, as_of, superseded) as table
    select
        newest.*,
        year_label(newest.year, newest.year_basis) as year_label,
        size_group."group" as size_group,
        size_group.label_nb as size_group_label
    from newest_evaluation(chosen_dataset, as_of, superseded) as newest
    left join size_group on is_of_size(newest.population, size_group.from_population, size_group.to_population);

-- One row per municipality of a country: the evaluation used in a comparison with all, and in left_out the reason why
-- none is (null if one is). The evaluation in focus replaces all others of its municipality; of every other
-- municipality the latest fitting evaluation is used, or, to give a reason, the one that came nearest to fitting.
create or replace macro compared_evaluation(chosen_dataset, as_of, superseded, rules) as table
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
        from newest_evaluation(chosen_dataset, as_of, superseded)
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
    )

    select
        evaluation.*,
        year_label(evaluation.year, evaluation.year_basis) as year_label,
        size_group."group" as size_group,
        size_group.label_nb as size_group_label,
        case
            when evaluation.evaluation is not distinct from rules['focus'] then null
            when not chosen.fits and family <> rules['family'] then 'other_family'
            when not chosen.fits and year > rules['reference_year'] then 'after_reference'
            when not chosen.fits then 'before_window'
        end as left_out
    from evaluation
    inner join chosen on chosen.evaluation = evaluation.evaluation
    left join size_group on is_of_size(evaluation.population, size_group.from_population, size_group.to_population);

-- The first and the last day of a date as exact as it is known: 2013, 2013-03 or 2013-03-15.
create or replace macro first_day(known) as
    (known || case length(known) when 4 then '-01-01' when 7 then '-01' else '' end)::date;
create or replace macro last_day_of(known) as
    case length(known)
        when 4 then (known || '-12-31')::date
        when 7 then last_day((known || '-01')::date)
        else known::date
    end;

-- The programmes as of an event: of each the row of the newest valid plan event. What people wrote takes precedence
-- over what is shipped, even if that is newer, as with evaluations.
create or replace macro current_programme(chosen_dataset, as_of) as table
    select programme.*
    from programme
    inner join valid_event('plan', chosen_dataset, as_of) as valid on valid.event = programme.event
    qualify row_number() over (partition by programme.programme order by valid.shipped, programme.event desc) = 1;

-- The measures as of an event, likewise; a measure is there only as long as its programme is.
create or replace macro current_measure(chosen_dataset, as_of) as table
    with newest as (
        select measure.*
        from measure
        inner join valid_event('plan', chosen_dataset, as_of) as valid on valid.event = measure.event
        qualify row_number() over (partition by measure.measure order by valid.shipped, measure.event desc) = 1
    )

    select newest.*
    from newest
    where newest.programme in (select current.programme from current_programme(chosen_dataset, as_of) as current);

-- The rows that count as of an event whose lists (questions, remarks, phases, evidence, money) count with them: a list
-- was written whole with the programme (measure is null) or measure it belongs to, in the same event.
create or replace macro current_plan_row(chosen_dataset, as_of) as table
    select event, programme, null::varchar as measure
    from current_programme(chosen_dataset, as_of)
    union all
    select event, programme, measure
    from current_measure(chosen_dataset, as_of);

create or replace macro current_measure_question(chosen_dataset, as_of) as table
    select list.*
    from measure_question as list
    inner join current_plan_row(chosen_dataset, as_of) as owner
        on owner.event = list.event and owner.measure = list.measure;

create or replace macro current_measure_remark(chosen_dataset, as_of) as table
    select list.*
    from measure_remark as list
    inner join current_plan_row(chosen_dataset, as_of) as owner
        on owner.event = list.event and owner.measure = list.measure;

create or replace macro current_evidence(chosen_dataset, as_of) as table
    select list.*
    from evidence as list
    inner join current_plan_row(chosen_dataset, as_of) as owner
        on owner.event = list.event and owner.measure = list.measure;

create or replace macro current_phase(chosen_dataset, as_of) as table
    select list.*
    from phase as list
    inner join current_plan_row(chosen_dataset, as_of) as owner
        on owner.event = list.event
            and owner.programme = list.programme
            and owner.measure is not distinct from list.measure;

create or replace macro current_money(chosen_dataset, as_of) as table
    select list.*
    from money as list
    inner join current_plan_row(chosen_dataset, as_of) as owner
        on owner.event = list.event
            and owner.programme = list.programme
            and owner.measure is not distinct from list.measure;
