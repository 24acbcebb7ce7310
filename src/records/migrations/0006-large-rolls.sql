-- 大名册: rolls of hundreds of thousands of lines are counted person by person along one index, and the district is looked up once, not for
-- every line. A couple has one number in every file.
-- Operator: builds an index anew; some seconds for each million lines.
alter table records.roll_line alter column couple_no type bigint;
drop index records.roll_line_counted;
create index roll_line_counted on records.roll_line (district, target_id, person_no, area_id)
  include (on_day, import_no, slot, dose_no, quantity, has_evidence, birth_on, sex, is_local, lives_alone, is_assisted, consent);
create index roll_line_of_couple on records.roll_line (district, target_id, couple_no) where couple_no is not null;
create index sign_in_of_person on records.sign_in (district, person_no);

drop policy if exists own_district on records.roll_line;
create policy own_district on records.roll_line
  using (district = (select current_setting('luoshi.district', true)::bpchar))
  with check (district = (select current_setting('luoshi.district', true)::bpchar));
