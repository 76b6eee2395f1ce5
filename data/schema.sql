-- The data dictionary: every table and column of the store.
-- No primary keys, foreign keys or sequences, since a shared lake has none: identifiers are made in Python, and
-- imports check what they add.

create table store_format (format integer, reference varchar);
comment on table store_format is 'One row: which edition of this schema the file has';
comment on column store_format.format is 'The edition; an older one is migrated when it is opened, a newer one refused';
comment on column store_format.reference is 'Fingerprint of the reference files the store was filled with; others are read in when it is opened';

create table migration (
    edition integer,
    name varchar,
    happened_at timestamp
);
comment on table migration is 'One row a migration that was run on this file (data/migrations/); a new file has none';
comment on column migration.edition is 'The edition that it led to';
comment on column migration.name is 'Name of its file';
comment on column migration.happened_at is 'When, in UTC';

-- Events ------------------------------------------------------------------------------------------

create table event (
    event integer,
    kind varchar,
    dataset varchar,
    undoes integer,
    happened_at timestamp,
    title varchar
);
comment on table event is 'One row an event: an import of evaluations, a change of plans, the undo of one, or the undo of that. Rows are only ever added';
comment on column event.event is 'Number of the event, from 1 upwards; the newest is the version of the store';
comment on column event.kind is 'import (evaluations), plan (programmes and measures), undo, or redo: an undo that was undone';
comment on column event.dataset is 'real or example';
comment on column event.undoes is 'For an undo or redo: the number of the import or change it is about';
comment on column event.happened_at is 'When, in UTC';
comment on column event.title is 'What was imported or changed, in Norwegian, shown in the log';

create table shipped (
    event integer,
    part varchar,
    fingerprint varchar
);
comment on table shipped is 'One row an import or change of plans that comes with the program (data/shipped.py)';
comment on column shipped.event is 'Its event';
comment on column shipped.part is 'published, example, catalogue or programmes';
comment on column shipped.fingerprint is 'Fingerprint of the files it was made from; a program with other files adds theirs as a new import';

-- What an import adds -----------------------------------------------------------------------------

create table evaluation (
    evaluation varchar,
    event integer,
    dataset varchar,
    country varchar,
    municipality varchar,
    name varchar,
    county varchar,
    year integer,
    year_basis varchar,
    version varchar,
    version_basis varchar,
    family integer,
    population integer,
    population_date date,
    population_source varchar,
    income_group varchar,
    kostra_group varchar,
    report varchar,
    source varchar
);
comment on table evaluation is 'One row an evaluation as one import brought it: one municipality measured once with one version';
comment on column evaluation.evaluation is 'Identifier: event/municipality/year/version';
comment on column evaluation.event is 'The import that brought it';
comment on column evaluation.dataset is 'real or example';
comment on column evaluation.country is 'Country code, NO for Norway';
comment on column evaluation.municipality is 'Key: the first number we know of the municipality; before it the country and a hyphen where that is not Norway';
comment on column evaluation.name is 'The name the municipality had then';
comment on column evaluation.county is 'The county it lay in then';
comment on column evaluation.year is 'Year of the evaluation';
comment on column evaluation.year_basis is 'stated, inferred, or latest possible: the year is no later than this';
comment on column evaluation.version is 'Version of the instrument: 1.0, 2.0, 2.1 or 2020';
comment on column evaluation.version_basis is 'stated or inferred';
comment on column evaluation.family is 'Versions of one family are comparable: 1 is 1.0, 2 is 2.0 and 2.1, 3 is 2020';
comment on column evaluation.population is 'Inhabitants: from the sheet, else the latest known figure not after the year, else the earliest after it';
comment on column evaluation.population_date is 'The date the inhabitants were counted';
comment on column evaluation.population_source is 'Who counted';
comment on column evaluation.income_group is 'low, middle or high, where known';
comment on column evaluation.kostra_group is 'KOSTRA group, where known';
comment on column evaluation.report is 'Number of the report, where known';
comment on column evaluation.source is 'The document behind';

create table area_points (
    evaluation varchar,
    area integer,
    points decimal(5, 1),
    basis varchar,
    question_sum decimal(5, 1),
    source varchar,
    place varchar,
    note varchar
);
comment on table area_points is 'One row an area of an evaluation, and one for its total (area 0)';
comment on column area_points.evaluation is 'The evaluation';
comment on column area_points.area is 'Area 1 to 8; 0 is the total';
comment on column area_points.points is 'The points used: as stated, else computed and rounded half up to whole points';
comment on column area_points.basis is 'stated; derived from printed figures; computed by us from parts; fictional';
comment on column area_points.question_sum is 'Unrounded sum of the questions, where all of them are known';
comment on column area_points.source is 'The document behind';
comment on column area_points.place is 'Page, or sheet and cell';
comment on column area_points.note is 'What a reader must know of this figure';

create table question_points (
    evaluation varchar,
    code varchar,
    points decimal(5, 1),
    basis varchar,
    source varchar,
    place varchar,
    note varchar
);
comment on table question_points is 'One row a question of an evaluation';
comment on column question_points.evaluation is 'The evaluation';
comment on column question_points.code is 'Code of the question, 1.1 to 8.7';
comment on column question_points.points is 'Points with one decimal';
comment on column question_points.basis is 'stated; derived from printed figures; fictional';
comment on column question_points.source is 'The document behind';
comment on column question_points.place is 'Page, or sheet and cell';
comment on column question_points.note is 'What a reader must know of this figure';

create table other_value (
    evaluation varchar,
    area integer,
    statistic varchar,
    value decimal(6, 1),
    source varchar,
    place varchar,
    note varchar
);
comment on table other_value is 'One row a further stated value of a figure: kept beside the one marked as used, never instead of it';
comment on column other_value.evaluation is 'The evaluation';
comment on column other_value.area is 'Area 1 to 8; 0 is the total';
comment on column other_value.statistic is 'total, points, or distance_to_small_group (points above the mean of the smallest size group)';
comment on column other_value.value is 'The value stated';
comment on column other_value.source is 'The document behind';
comment on column other_value.place is 'Page, or sheet and cell';
comment on column other_value.note is 'How it fits the used value';

create table gold_star (
    evaluation varchar,
    code varchar,
    source varchar,
    place varchar
);
comment on table gold_star is 'One row a best practice named so by the evaluators; never computed';
comment on column gold_star.evaluation is 'The evaluation';
comment on column gold_star.code is 'The question';
comment on column gold_star.source is 'The document behind';
comment on column gold_star.place is 'Page, or sheet and cell';

create table remark (
    evaluation varchar,
    area integer,
    kind varchar,
    position integer,
    text varchar,
    place varchar
);
comment on table remark is 'One row a strength, challenge or weakness, in the order given';
comment on column remark.evaluation is 'The evaluation';
comment on column remark.area is 'Area 1 to 8';
comment on column remark.kind is 'strength, challenge or weakness';
comment on column remark.position is 'Place in the list, from 1';
comment on column remark.text is 'The remark, in short words of our own or as written in the sheet';
comment on column remark.place is 'Page, or sheet and cell';

create table published_reference (
    event integer,
    dataset varchar,
    family integer,
    year integer,
    group_label varchar,
    area integer,
    statistic varchar,
    value decimal(5, 1),
    basis varchar,
    n integer,
    n_basis varchar,
    source varchar,
    place varchar,
    note varchar,
    country varchar,
    group_code varchar
);
comment on table published_reference is 'One row a printed figure of a group of municipalities';
comment on column published_reference.event is 'The import that brought it';
comment on column published_reference.dataset is 'real or example';
comment on column published_reference.family is 'Versions of one family are comparable';
comment on column published_reference.year is 'The year the figure was printed for';
comment on column published_reference.group_label is 'The group as it is called in print: Norge, or the label of a size group';
comment on column published_reference.area is 'Area 1 to 8; 0 is the total';
comment on column published_reference.statistic is 'mean';
comment on column published_reference.value is 'The figure, in points';
comment on column published_reference.basis is 'stated, or derived from printed figures';
comment on column published_reference.n is 'How many municipalities it rests on';
comment on column published_reference.n_basis is 'stated or inferred';
comment on column published_reference.source is 'The document behind';
comment on column published_reference.place is 'Page';
comment on column published_reference.note is 'What a reader must know of this figure';
comment on column published_reference.country is 'Country code of the municipalities it is about';
comment on column published_reference.group_code is 'all of the country, or size_1, size_2, size_3: the municipalities of a size group';

create table published_statement (
    event integer,
    dataset varchar,
    municipality varchar,
    year integer,
    kind varchar,
    value integer,
    of_n integer,
    group_label varchar,
    area integer,
    source varchar,
    place varchar,
    note varchar,
    country varchar,
    group_code varchar
);
comment on table published_statement is 'One row a printed statement of rank, quartile or gold star; shown as printed';
comment on column published_statement.event is 'The import that brought it';
comment on column published_statement.dataset is 'real or example';
comment on column published_statement.municipality is 'Key of the municipality';
comment on column published_statement.year is 'Year of its evaluation';
comment on column published_statement.kind is 'rank, rank_ever, quartile or gold_star';
comment on column published_statement.value is 'The rank (1 is highest) or the quartile (4 is upper)';
comment on column published_statement.of_n is 'Among how many, where printed';
comment on column published_statement.group_label is 'The group as it is called in print: Norge, or the label of a size group';
comment on column published_statement.area is 'Area 1 to 8; 0 is the total';
comment on column published_statement.source is 'The document behind';
comment on column published_statement.place is 'Page';
comment on column published_statement.note is 'What a reader must know of it';
comment on column published_statement.country is 'Country code of the municipalities it is about';
comment on column published_statement.group_code is 'all of the country, or size_1, size_2, size_3: the municipalities of a size group';

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

-- What a change of plans writes -------------------------------------------------------------------

create table programme (
    event integer,
    dataset varchar,
    programme varchar,
    municipality varchar,
    municipality_name varchar,
    municipality_basis varchar,
    name varchar,
    need varchar,
    goal varchar,
    result varchar,
    anchoring varchar,
    starts varchar,
    ends varchar,
    target_year integer,
    evaluation_year integer,
    evaluation_version varchar,
    source varchar,
    place varchar,
    note varchar
);
comment on table programme is 'One row a programme as one plan event left it, whole; the row of the newest event not undone counts (data/rules.sql)';
comment on column programme.event is 'The plan event that wrote it';
comment on column programme.dataset is 'real or example';
comment on column programme.programme is 'Identifier, the same in every row of the programme; made in Python';
comment on column programme.municipality is 'Key of the municipality';
comment on column programme.municipality_name is 'The name it had then';
comment on column programme.municipality_basis is 'stated, or inferred where the source does not name it; null is given in the tool';
comment on column programme.name is 'What it is called';
comment on column programme.need is 'Why it was needed';
comment on column programme.goal is 'What it is to reach';
comment on column programme.result is 'What came of it';
comment on column programme.anchoring is 'Who stands behind it, by role and never by name';
comment on column programme.starts is 'Begin as exact as known: 2013, 2013-03 or 2013-03-15';
comment on column programme.ends is 'End, as exact as known';
comment on column programme.target_year is 'The year its goals are for';
comment on column programme.evaluation_year is 'Year of the evaluation it answers; null is none';
comment on column programme.evaluation_version is 'Version of the evaluation it answers';
comment on column programme.source is 'The document behind; null is written in the tool';
comment on column programme.place is 'Page, slide or heading';
comment on column programme.note is 'What a reader must know of it';

create table measure (
    event integer,
    dataset varchar,
    measure varchar,
    programme varchar,
    parent varchar,
    title varchar,
    need varchar,
    goal varchar,
    activities varchar,
    result varchar,
    anchoring varchar,
    owner_role varchar,
    starts varchar,
    ends varchar,
    status varchar,
    effect integer,
    easy_for_staff integer,
    easy_for_users integer,
    acceptance integer,
    units_total integer,
    units_answered integer,
    units_planning integer,
    units_done integer,
    waits_for varchar[],
    source varchar,
    place varchar,
    note varchar
);
comment on table measure is 'One row a measure, or an area of a programme, as one plan event left it, whole; the newest not undone counts';
comment on column measure.event is 'The plan event that wrote it';
comment on column measure.dataset is 'real or example';
comment on column measure.measure is 'Identifier, the same in every row of the measure; made in Python';
comment on column measure.programme is 'The programme it belongs to';
comment on column measure.parent is 'The area of the programme it belongs to, itself a measure; null is none';
comment on column measure.title is 'What is done, in a few words';
comment on column measure.need is 'Why it is needed';
comment on column measure.goal is 'What it is to reach';
comment on column measure.activities is 'How it is done';
comment on column measure.result is 'What came of it';
comment on column measure.anchoring is 'Who stands behind it, by role and never by name';
comment on column measure.owner_role is 'The role that answers for it, never a name';
comment on column measure.starts is 'Begin as exact as known: 2013, 2013-03 or 2013-03-15';
comment on column measure.ends is 'End, as exact as known';
comment on column measure.status is 'idea, investigated, decided, started, done or stopped; null is not known';
comment on column measure.effect is 'Effect, 1 (little) to 5 (much)';
comment on column measure.easy_for_staff is 'How little it costs those who work there, 1 (much) to 5 (little consequence)';
comment on column measure.easy_for_users is 'How little it costs users, 1 (much) to 5 (little consequence)';
comment on column measure.acceptance is 'Political acceptance, 1 (low) to 5 (high)';
comment on column measure.units_total is 'Units it concerns';
comment on column measure.units_answered is 'Of them, those that have answered';
comment on column measure.units_planning is 'Of those that have answered, those that plan it';
comment on column measure.units_done is 'Units that have done it';
comment on column measure.waits_for is 'Measures that must come first';
comment on column measure.source is 'The document behind; null is written in the tool';
comment on column measure.place is 'Page, slide or heading';
comment on column measure.note is 'What a reader must know of it';

create table measure_question (
    event integer,
    dataset varchar,
    measure varchar,
    position integer,
    code varchar,
    area integer,
    target_points decimal(5, 1)
);
comment on table measure_question is 'One row a question or an area that a measure is to lift; belongs to the row of the measure of the same event';
comment on column measure_question.event is 'The plan event that wrote it';
comment on column measure_question.dataset is 'real or example';
comment on column measure_question.measure is 'The measure';
comment on column measure_question.position is 'Place in the list, from 1';
comment on column measure_question.code is 'Code of the question; null where it is a whole area';
comment on column measure_question.area is 'The area, where it is a whole area; null where it is a question';
comment on column measure_question.target_points is 'Points to reach; null is not set';

create table measure_remark (
    event integer,
    dataset varchar,
    measure varchar,
    position integer,
    area integer,
    kind varchar,
    text varchar
);
comment on table measure_remark is 'One row a weakness or challenge that a measure answers; belongs to the row of the measure of the same event';
comment on column measure_remark.event is 'The plan event that wrote it';
comment on column measure_remark.dataset is 'real or example';
comment on column measure_remark.measure is 'The measure';
comment on column measure_remark.position is 'Place in the list, from 1';
comment on column measure_remark.area is 'Area 1 to 8 of the remark';
comment on column measure_remark.kind is 'challenge or weakness';
comment on column measure_remark.text is 'The remark, as it stood in the evaluation';

create table phase (
    event integer,
    dataset varchar,
    programme varchar,
    measure varchar,
    position integer,
    name varchar,
    starts varchar,
    ends varchar,
    activities varchar
);
comment on table phase is 'One row a phase of a programme or of one of its areas; belongs to the row of the same event that it is a phase of';
comment on column phase.event is 'The plan event that wrote it';
comment on column phase.dataset is 'real or example';
comment on column phase.programme is 'The programme';
comment on column phase.measure is 'The area or measure; null is a phase of the whole programme';
comment on column phase.position is 'Order, from 1';
comment on column phase.name is 'What it is called';
comment on column phase.starts is 'Begin as exact as known: 2013, 2013-03 or 2013-03-15';
comment on column phase.ends is 'End, as exact as known';
comment on column phase.activities is 'What happens in it';

create table evidence (
    event integer,
    dataset varchar,
    measure varchar,
    position integer,
    level integer,
    date varchar,
    text varchar,
    source varchar
);
comment on table evidence is 'One row an observation of what came of a measure; belongs to the row of the measure of the same event';
comment on column evidence.event is 'The plan event that wrote it';
comment on column evidence.dataset is 'real or example';
comment on column evidence.measure is 'The measure';
comment on column evidence.position is 'Place in the list, from 1';
comment on column evidence.level is '1 experience, 2 learning, 3 behaviour, 4 operating result';
comment on column evidence.date is 'When it was seen, as exact as known';
comment on column evidence.text is 'What was seen';
comment on column evidence.source is 'Where it says so';

create table money (
    event integer,
    dataset varchar,
    programme varchar,
    measure varchar,
    position integer,
    kind varchar,
    step varchar,
    first_year integer,
    last_year integer,
    amount bigint,
    note varchar
);
comment on table money is 'One row an amount of a programme or measure, per year or span of years; belongs to the row of the same event it is of';
comment on column money.event is 'The plan event that wrote it';
comment on column money.dataset is 'real or example';
comment on column money.programme is 'The programme';
comment on column money.measure is 'The measure; null is an amount of the whole programme';
comment on column money.position is 'Place in the list, from 1';
comment on column money.kind is 'cost or saving';
comment on column money.step is 'goal, planned (identified), decided or realised';
comment on column money.first_year is 'The year, or the first of a span; null is not known';
comment on column money.last_year is 'The last year of a span, the same as the first for one year';
comment on column money.amount is 'Norwegian kroner';
comment on column money.note is 'What a reader must know of it';

-- Reference: data files with a source or an owner --------------------------------------------------

create table instrument_area (
    version varchar,
    family integer,
    area integer,
    name_nb varchar,
    short_nb varchar,
    max_points integer,
    note varchar
);
comment on table instrument_area is 'One row an area of a version of the instrument (data/reference/instrument_areas.csv)';
comment on column instrument_area.version is '1.0, 2.0, 2.1 or 2020';
comment on column instrument_area.family is 'Versions of one family are comparable';
comment on column instrument_area.area is 'Area 1 to 8';
comment on column instrument_area.name_nb is 'Name in Norwegian bokmål';
comment on column instrument_area.short_nb is 'One word for axes';
comment on column instrument_area.max_points is 'Maximum points';
comment on column instrument_area.note is 'When it was used and what it compares with';

create table instrument_question (
    version varchar,
    code varchar,
    area integer,
    position integer,
    label_nb varchar,
    max_points integer,
    note varchar
);
comment on table instrument_question is 'One row a question of a version (data/reference/instrument_2_1_questions.csv)';
comment on column instrument_question.version is '2.1, the only one whose questions are published';
comment on column instrument_question.code is '1.1 to 8.7';
comment on column instrument_question.area is 'Area 1 to 8';
comment on column instrument_question.position is 'Place within the area';
comment on column instrument_question.label_nb is 'Short label in Norwegian bokmål';
comment on column instrument_question.max_points is 'Maximum points as printed';
comment on column instrument_question.note is 'Oddities of the print';

create table size_group (
    "group" integer,
    label_nb varchar,
    from_population integer,
    to_population integer,
    basis varchar
);
comment on table size_group is 'One row a size group (data/reference/size_groups.csv)';
comment on column size_group."group" is '1 is the smallest';
comment on column size_group.label_nb is 'Label in Norwegian bokmål';
comment on column size_group.from_population is 'Fewest inhabitants';
comment on column size_group.to_population is 'Most inhabitants; null is no bound';
comment on column size_group.basis is 'Where the bounds were printed';

create table threshold (
    name varchar,
    value integer,
    unit varchar,
    owner varchar,
    reason varchar
);
comment on table threshold is 'One row a setting of ours (data/reference/thresholds.csv)';
comment on column threshold.name is 'What it bounds';
comment on column threshold.value is 'The bound';
comment on column threshold.unit is 'poeng, prosent av maksimum or kommuner';
comment on column threshold.owner is 'Who decides it';
comment on column threshold.reason is 'Why it is so';

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
