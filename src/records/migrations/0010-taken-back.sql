-- 撤销签到: a sign-in that was taken back is kept whole beside those that count, with who took it back and why.
-- Operator: adds a column and a table; a moment.
alter table records.sign_in add column id uuid;

create table records.sign_in_taken_back (
  district char(6) not null,
  id uuid not null,
  sign_in_id uuid,
  service_kind_id uuid not null,
  person_no integer not null,
  on_day date not null,
  slot text not null,
  area_id uuid not null,
  way text not null,
  device_at timestamptz,
  signed_at timestamptz not null,
  signed_by text not null,
  consent boolean,
  sex char(1),
  birth_on date,
  is_local boolean,
  lives_alone boolean,
  is_assisted boolean,
  reason text not null constraint sign_in_taken_back_with_reason check (reason <> ''),
  taken_back_by text not null,
  taken_back_at timestamptz not null,
  primary key (district, id),
  constraint sign_in_taken_back_kind_known foreign key (district, service_kind_id) references records.service_kind (district, id),
  constraint sign_in_taken_back_person_known foreign key (district, person_no) references records.person (district, no)
);
create index sign_in_taken_back_of_day on records.sign_in_taken_back (district, service_kind_id, on_day);
create index sign_in_taken_back_of_person on records.sign_in_taken_back (district, person_no);
