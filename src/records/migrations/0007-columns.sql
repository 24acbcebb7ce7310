-- 列块: the lines of a batch once more, column by column, so that millions of services are counted without kept totals. Lists from before have none and
-- are counted line by line.
-- Operator: adds a table and drops three indexes that nothing reads any more; a moment.
create table records.roll_block (
  district char(6) not null,
  import_no integer not null,
  chunk_no integer not null constraint roll_block_counts_from_zero check (chunk_no >= 0),
  lines integer not null constraint roll_block_of_some_lines check (lines > 0),
  columns bytea not null,
  primary key (district, import_no, chunk_no),
  constraint roll_block_import_known foreign key (district, import_no) references records.import (district, no)
);
alter table records.roll_block alter column columns set storage external;
alter table records.roll_block enable row level security;
alter table records.roll_block force row level security;
create policy own_district on records.roll_block
  using (district = (select current_setting('luoshi.district', true)::bpchar))
  with check (district = (select current_setting('luoshi.district', true)::bpchar));

drop index records.roll_line_counted;
drop index records.roll_line_of_chunk;
drop index records.roll_line_of_couple;
drop index records.person_of_import;
create index person_of_import on records.person (district, import_no);

drop policy if exists own_district on records.person;
create policy own_district on records.person
  using (district = (select current_setting('luoshi.district', true)::bpchar))
  with check (district = (select current_setting('luoshi.district', true)::bpchar));
