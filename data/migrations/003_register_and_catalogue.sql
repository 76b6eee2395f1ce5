-- Every municipality is known, evaluations are known whose points are not here, an undo can be undone, and income
-- groups are codes. The tables of the register are made anew; data/register.py fills them.
comment on table event is 'One row an event: an import of evaluations, the undo of one, or the undo of that. Rows are only ever added';
comment on column event.kind is 'import, undo, or redo: an undo that was undone';
comment on column event.undoes is 'For an undo or redo: the number of the import it is about';
comment on column shipped.part is 'published, example or catalogue';
comment on column evaluation.income_group is 'low, middle or high, where known';

update evaluation
set income_group = case income_group when 'lav' then 'low' when 'middels' then 'middle' when 'høy' then 'high' end
where income_group in ('lav', 'middels', 'høy');

drop table municipality_number;
drop table population;
drop table municipality_change;

create table known_evaluation (
    event integer,
    dataset varchar,
    country varchar,
    municipality varchar,
    name varchar,
    year integer,
    version varchar,
    family integer,
    report varchar,
    source varchar,
    kind varchar,
    value integer,
    of_n integer,
    group_code varchar,
    statement_source varchar,
    note varchar
);
comment on table known_evaluation is 'One row an evaluation known to exist, whose points may not be here, with what is printed of its rank';
comment on column known_evaluation.event is 'The import that brought it';
comment on column known_evaluation.dataset is 'real or example';
comment on column known_evaluation.country is 'Country code';
comment on column known_evaluation.municipality is 'Key of the municipality';
comment on column known_evaluation.name is 'The name it had then';
comment on column known_evaluation.year is 'Year of the evaluation';
comment on column known_evaluation.version is 'Version of the instrument';
comment on column known_evaluation.family is 'Versions of one family are comparable';
comment on column known_evaluation.report is 'Number of its report, where known';
comment on column known_evaluation.source is 'Where it says that the evaluation was made';
comment on column known_evaluation.kind is 'What is printed: rank, quartile, rank_share (among the best so many per cent), about_mean, above_mean; null is nothing';
comment on column known_evaluation.value is 'The rank (1 is highest), the quartile (4 is upper) or the per cent';
comment on column known_evaluation.of_n is 'Among how many, where printed';
comment on column known_evaluation.group_code is 'all of the country, or size_1, size_2, size_3';
comment on column known_evaluation.statement_source is 'Where it is printed';
comment on column known_evaluation.note is 'What else is known of it';

create table municipality_number (
    municipality_number varchar,
    country varchar,
    municipality varchar,
    other_names varchar,
    number varchar,
    valid_from date,
    valid_to date,
    county varchar
);
comment on table municipality_number is 'One row a number a municipality has or had since 2002 (data/register.py)';
comment on column municipality_number.municipality_number is 'Key: the first number we know; before it the country and a hyphen where that is not Norway';
comment on column municipality_number.country is 'Country code: NO or SE';
comment on column municipality_number.municipality is 'Name it had with this number, the last where it had several';
comment on column municipality_number.other_names is 'Sámi, Kven and former names, with semicolons between';
comment on column municipality_number.number is 'A number it has or had; of Swedish municipalities the key';
comment on column municipality_number.valid_from is 'First day of the number; null is before 2002, and always so for Sweden';
comment on column municipality_number.valid_to is 'Last day of the number; null is still valid';
comment on column municipality_number.county is 'County in that time';

create table population (
    municipality_number varchar,
    municipality varchar,
    date date,
    population integer,
    source varchar
);
comment on table population is 'One row a count of inhabitants within the borders of that day (data/register.py)';
comment on column population.municipality_number is 'Key of the municipality';
comment on column population.municipality is 'Name';
comment on column population.date is 'Day of the count: 1 January in Norway, 31 December in Sweden, and a few others';
comment on column population.population is 'Inhabitants';
comment on column population.source is 'Who counted';

create table municipality_change (
    date date,
    kind varchar,
    from_number varchar,
    from_name varchar,
    to_number varchar,
    to_name varchar,
    share decimal(5, 3),
    note varchar,
    source varchar
);
comment on table municipality_change is 'One row a municipality, or a part of one, that went to another since 2002 (data/register.py)';
comment on column municipality_change.date is 'Day of the change';
comment on column municipality_change.kind is 'merge: all of it; part: a part of one that was divided; split: a part that became one of its own';
comment on column municipality_change.from_number is 'Key of the municipality that was';
comment on column municipality_change.from_name is 'Its name';
comment on column municipality_change.to_number is 'Key of the municipality it went to; the same one where that goes on with others in it';
comment on column municipality_change.to_name is 'Its name';
comment on column municipality_change.share is 'Share of the inhabitants, 0 to 1; derived from populations where a municipality was divided';
comment on column municipality_change.note is 'Which part, and how the share was derived';
comment on column municipality_change.source is 'Who says so';

create table kostra_group (
    municipality_number varchar,
    year integer,
    "group" varchar,
    grouping varchar
);
comment on table kostra_group is 'One row a municipality and year with its KOSTRA group (data/reference/kostra_groups_no.csv)';
comment on column kostra_group.municipality_number is 'Key of the municipality';
comment on column kostra_group.year is 'The year';
comment on column kostra_group."group" is 'K01 to K16 in the grouping before 2020, EKG01 to EKG17 from 2020; the two are never compared';
comment on column kostra_group.grouping is 'The grouping it belongs to';

create table kostra_group_name (
    grouping varchar,
    "group" varchar,
    description varchar
);
comment on table kostra_group_name is 'One row a KOSTRA group (data/reference/kostra_group_names.csv)';
comment on column kostra_group_name.grouping is 'The grouping it belongs to';
comment on column kostra_group_name."group" is 'Its code';
comment on column kostra_group_name.description is 'What its municipalities have in common';

create table income_level (
    municipality_number varchar,
    year integer,
    income varchar
);
comment on table income_level is 'One row a municipality and year whose free income is known as one level (data/reference/income_no.csv)';
comment on column income_level.municipality_number is 'Key of the municipality';
comment on column income_level.year is 'The year, from 2020';
comment on column income_level.income is 'low, middle or high, as the criterion of its KOSTRA group says';

create table language_decision (
    municipality_number varchar,
    year integer,
    language varchar,
    note varchar
);
comment on table language_decision is 'One row a municipality and its decision on written Norwegian (data/reference/language_no.csv)';
comment on column language_decision.municipality_number is 'Key of the municipality';
comment on column language_decision.year is 'The year the list is of';
comment on column language_decision.language is 'nb, nn or neutral';
comment on column language_decision.note is 'Where another list says otherwise';

create table instrument_version (
    version varchar,
    family integer,
    first_year integer,
    last_year integer,
    source varchar
);
comment on table instrument_version is 'One row a version and when it was in use (data/reference/instrument_versions.csv); a year of change has two';
comment on column instrument_version.version is '1.0, 2.0, 2.1 or 2020';
comment on column instrument_version.family is 'Versions of one family are comparable';
comment on column instrument_version.first_year is 'First year; null is from the beginning';
comment on column instrument_version.last_year is 'Last year; null is still in use';
comment on column instrument_version.source is 'Where it says so';

create table register_source (
    source varchar,
    title varchar,
    owner varchar,
    licence varchar,
    note varchar
);
comment on table register_source is 'One row an official list that the register is made from (data/reference/register_sources.csv)';
comment on column register_source.source is 'What the files call it';
comment on column register_source.title is 'What it is called';
comment on column register_source.owner is 'Who publishes it';
comment on column register_source.licence is 'Under which licence';
comment on column register_source.note is 'How it came here, and what was checked';
