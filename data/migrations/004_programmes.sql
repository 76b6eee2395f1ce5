-- Programmes and measures are kept; a change of them is an event of its own kind.
comment on table event is 'One row an event: an import of evaluations, a change of plans, the undo of one, or the undo of that. Rows are only ever added';
comment on column event.kind is 'import (evaluations), plan (programmes and measures), undo, or redo: an undo that was undone';
comment on column event.undoes is 'For an undo or redo: the number of the import or change it is about';
comment on column event.title is 'What was imported or changed, in Norwegian, shown in the log';
comment on table shipped is 'One row an import or change of plans that comes with the program (data/shipped.py)';
comment on column shipped.event is 'Its event';
comment on column shipped.part is 'published, example, catalogue or programmes';

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
