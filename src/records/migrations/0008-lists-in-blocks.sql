-- 名册行成块: a batch of lines is stored once, as it is counted and opened; where somebody stands again, after the batch that he came with, has a line of its own.
-- Operator: adds a column and a table. Lists of persons that were taken in before are not moved: the upgrade stops where there are any, and changes nothing. No
-- released version has any; the demo is made anew in an empty data folder.
alter table records.roll_line no force row level security;
alter table records.roll_block no force row level security;
do $$
begin
  if exists (select from records.roll_line) or exists (select from records.roll_block) then
    raise exception '这里有未发布版本导入的人员名册，升级不会搬动它们，也没有改动任何数据。演示数据请换一个空的数据目录重新启动；正式数据请退回原来的版本。 · Lists of persons of an unreleased version are here; they are not moved, and nothing was changed. Start the demo in an empty data folder; keep the former version for real data.';
  end if;
end
$$;
alter table records.roll_block force row level security;
drop table records.roll_line;

alter table records.roll_block add column beside text not null;
alter table records.roll_block alter column beside set storage external;

create table records.roll_person (
  district char(6) not null,
  person_no integer not null,
  import_no integer not null,
  chunk_no integer not null,
  primary key (district, person_no, import_no, chunk_no),
  constraint roll_person_known foreign key (district, person_no) references records.person (district, no),
  constraint roll_person_block_known foreign key (district, import_no, chunk_no) references records.roll_block (district, import_no, chunk_no)
);
create index roll_person_of_import on records.roll_person (district, import_no);
alter table records.roll_person enable row level security;
alter table records.roll_person force row level security;
create policy own_district on records.roll_person
  using (district = (select current_setting('luoshi.district', true)::bpchar))
  with check (district = (select current_setting('luoshi.district', true)::bpchar));
