-- Adds a code beside the printed label of a group of municipalities, marks imports of shipped data, and records
-- migrations.
comment on table store_format is 'One row: which edition of this schema the file has';
comment on column store_format.format is 'The edition; an older one is migrated when it is opened, a newer one refused';

-- The earliest stores of edition 1 lack this column.
alter table store_format add column if not exists reference varchar;
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

create table shipped (
    event integer,
    part varchar,
    fingerprint varchar
);
comment on table shipped is 'One row an import of what comes with the program (data/shipped.py)';
comment on column shipped.event is 'The import';
comment on column shipped.part is 'published or example';
comment on column shipped.fingerprint is 'Fingerprint of the files it was made from; a program with other files adds theirs as a new import';

-- Every store of edition 1 begins with these two imports, made from files with these fingerprints.
insert into shipped
select event.event, made_from.part, made_from.fingerprint
from event
inner join (values
    (1, 'published', '9dfaf3b5f11f2a7cc82abe3beb4e7b91cd767a49005aa2cbf26df9421fc21014'),
    (2, 'example', '843adfc6d517c0eb336a5a70d408534fb170ac51d667dae6e46d403fdf4e3f9d')
) as made_from (event, part, fingerprint) on made_from.event = event.event
where event.kind = 'import'
    and event.title like '% som følger med programmet';

alter table published_reference add column country varchar;
alter table published_reference add column group_code varchar;
comment on column published_reference.group_label is 'The group as it is called in print: Norge, or the label of a size group';
comment on column published_reference.country is 'Country code of the municipalities it is about';
comment on column published_reference.group_code is 'all of the country, or size_1, size_2, size_3: the municipalities of a size group';

update published_reference
set
    country = 'NO',
    group_code = case group_label
        when 'Norge' then 'all'
        when 'under 5 000 innbyggere' then 'size_1'
        when '5 000–9 999 innbyggere' then 'size_2'
        when '10 000 innbyggere eller flere' then 'size_3'
    end;

alter table published_statement add column country varchar;
alter table published_statement add column group_code varchar;
comment on column published_statement.group_label is 'The group as it is called in print: Norge, or the label of a size group';
comment on column published_statement.country is 'Country code of the municipalities it is about';
comment on column published_statement.group_code is 'all of the country, or size_1, size_2, size_3: the municipalities of a size group';

update published_statement
set
    country = 'NO',
    group_code = case group_label
        when 'Norge' then 'all'
        when 'under 5 000 innbyggere' then 'size_1'
        when '5 000–9 999 innbyggere' then 'size_2'
        when '10 000 innbyggere eller flere' then 'size_3'
    end;

-- Renamed to valid_import in data/rules.sql.
drop macro table standing_import;
