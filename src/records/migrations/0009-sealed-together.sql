-- 人员同封: who a person is lies sealed with the persons that were numbered beside him, a dozen in one seal.
-- Operator: adds a table, drops two columns and makes two indexes of an empty table anew; a moment. Persons that were taken in before are not moved (only the application has the keys): the upgrade stops where there are
-- any, and changes nothing. No released version has any; the demo is made anew in an empty data folder.
alter table records.person no force row level security;
do $$
begin
  if exists (select from records.person) then
    raise exception '这里有未发布版本导入的人员名册，升级不会搬动它们，也没有改动任何数据。演示数据请换一个空的数据目录重新启动；正式数据请退回原来的版本。 · Lists of persons of an unreleased version are here; they are not moved, and nothing was changed. Start the demo in an empty data folder; keep the former version for real data.';
  end if;
end
$$;
alter table records.person force row level security;

alter table records.person drop column sealed_identity, drop column sealed_details;
alter table records.person add column sealed_from integer not null constraint person_in_his_seal check (no - sealed_from between 0 and 11);

create table records.person_seal (
  district char(6) not null,
  from_no integer not null,
  import_no integer not null,
  sealed text not null,
  primary key (district, from_no)
);
create index person_seal_of_import on records.person_seal using brin (import_no);
alter table records.person_seal alter column sealed set storage external;
alter table records.person_seal enable row level security;
alter table records.person_seal force row level security;
create policy own_district on records.person_seal
  using (district = (select current_setting('luoshi.district', true)::bpchar))
  with check (district = (select current_setting('luoshi.district', true)::bpchar));

-- Who looks alike is told by the digest: an index that leads with the district compares that at each step. Those of one import lie beside each other.
drop index records.person_alike;
drop index records.person_of_import;
create index person_alike on records.person (details_digest, district);
create index person_of_import on records.person using brin (import_no);
