-- 服务的人: rosters, kinds of service with their rules, persons (numbers sealed), imported lines, sign-ins, and who is whom.
-- Operator: adds tables; nothing to do. Sealed columns are rewritten by "keys rotate".
create table records.roster (
  district char(6) not null,
  id uuid not null,
  name text not null constraint roster_name_sound check (name <> ''),
  unit_id uuid not null,
  as_of date not null,
  source text not null constraint roster_with_source check (source <> ''),
  stated_count integer constraint roster_count_sound check (stated_count > 0),
  is_estimate boolean not null,
  is_sensitive boolean not null,
  version integer not null default 1,
  primary key (district, id)
);
create unique index roster_named_once on records.roster (district, name);

create table records.service_kind (
  district char(6) not null,
  id uuid not null,
  name text not null constraint service_kind_name_sound check (name <> ''),
  unit_id uuid not null,
  is_sensitive boolean not null,
  needs_evidence boolean not null,
  slots text[] not null,
  doses integer not null constraint service_kind_doses_sound check (doses between 1 and 9),
  dose_days_least integer constraint service_kind_interval_sound check (dose_days_least > 0),
  dose_days_most integer constraint service_kind_overdue_sound check (dose_days_most >= dose_days_least),
  duplicates_most numeric not null constraint service_kind_share_sound check (duplicates_most between 0 and 1),
  version integer not null default 1,
  primary key (district, id),
  constraint service_kind_doses_with_interval check ((doses > 1) = (dose_days_least is not null and dose_days_most is not null))
);
create unique index service_kind_named_once on records.service_kind (district, name);

create table records.eligibility_rule (
  district char(6) not null,
  service_kind_id uuid not null,
  version_no integer not null constraint eligibility_rule_counts_from_one check (version_no > 0),
  rule jsonb not null,
  from_on date not null,
  reason text not null constraint eligibility_rule_with_reason check (reason <> ''),
  set_by text not null,
  set_on date not null,
  primary key (district, service_kind_id, version_no),
  constraint eligibility_rule_kind_known foreign key (district, service_kind_id) references records.service_kind (district, id)
);
create unique index eligibility_rule_begins_once on records.eligibility_rule (district, service_kind_id, from_on);

create table records.import (
  district char(6) not null,
  no integer not null,
  target text not null constraint import_target_known check (target in ('roster', 'service')),
  target_id uuid not null,
  unit_id uuid not null,
  file_digest char(64) not null,
  file_name text not null,
  file_bytes integer not null,
  state text not null constraint import_state_known check (state in ('waiting', 'reading', 'read', 'accepted', 'superseded', 'cancelled', 'failed')),
  supersedes_no integer,
  chunks integer not null default 0,
  rows_taken integer not null default 0,
  rows_refused integer not null default 0,
  bytes_read integer not null default 0,
  trouble jsonb,
  opened_by text not null,
  opened_at timestamptz not null,
  settled_by text,
  settled_at timestamptz,
  version integer not null default 1,
  primary key (district, no),
  constraint import_supersedes_known foreign key (district, supersedes_no) references records.import (district, no)
);
create index import_of_target on records.import (district, target_id, no);

create table records.person (
  district char(6) not null,
  no integer not null,
  identity_digest text,
  sealed_identity text,
  details_digest text not null,
  sealed_details text not null,
  has_phone boolean not null,
  import_no integer not null,
  chunk_no integer not null,
  primary key (district, no),
  constraint person_identity_both check ((identity_digest is null) = (sealed_identity is null))
);
create unique index person_known_once on records.person (district, identity_digest) where identity_digest is not null;
create index person_alike on records.person (district, details_digest);
create index person_of_import on records.person (district, import_no, chunk_no);

create table records.roll_line (
  district char(6) not null,
  import_no integer not null,
  row_no integer not null,
  chunk_no integer not null,
  sheet text,
  target_id uuid not null,
  person_no integer not null,
  on_day date not null,
  slot text not null default '',
  dose_no integer not null default 1,
  quantity integer not null default 1 constraint roll_line_quantity_sound check (quantity > 0),
  area_id uuid not null,
  has_evidence boolean not null,
  evidence text,
  consent boolean,
  sex char(1),
  birth_on date,
  is_local boolean,
  lives_alone boolean,
  is_assisted boolean,
  couple_no integer,
  primary key (district, import_no, row_no),
  constraint roll_line_import_known foreign key (district, import_no) references records.import (district, no),
  constraint roll_line_person_known foreign key (district, person_no) references records.person (district, no),
  constraint roll_line_sex_known check (sex in ('f', 'm'))
);
create index roll_line_of_chunk on records.roll_line (district, import_no, chunk_no);
create index roll_line_counted on records.roll_line (district, target_id, import_no, area_id, person_no) include (on_day, dose_no, has_evidence);
create index roll_line_of_person on records.roll_line (district, person_no);

create table records.import_fault (
  district char(6) not null,
  import_no integer not null,
  fault_no integer not null,
  chunk_no integer not null,
  sheet text,
  row_no integer not null,
  field text not null,
  kind text not null,
  facts jsonb not null,
  primary key (district, import_no, fault_no),
  constraint import_fault_import_known foreign key (district, import_no) references records.import (district, no)
);

create table records.sign_in (
  district char(6) not null,
  service_kind_id uuid not null,
  person_no integer not null,
  on_day date not null,
  slot text not null,
  area_id uuid not null,
  way text not null constraint sign_in_way_known check (way in ('phone', 'paper')),
  device_at timestamptz,
  signed_at timestamptz not null,
  signed_by text not null,
  consent boolean,
  sex char(1),
  birth_on date,
  is_local boolean,
  lives_alone boolean,
  is_assisted boolean,
  primary key (district, service_kind_id, person_no, on_day, slot),
  constraint sign_in_kind_known foreign key (district, service_kind_id) references records.service_kind (district, id),
  constraint sign_in_person_known foreign key (district, person_no) references records.person (district, no)
);

create table records.person_link (
  district char(6) not null,
  person_no integer not null,
  other_no integer not null,
  decision_no integer not null constraint person_link_counts_from_one check (decision_no > 0),
  decision text not null constraint person_link_decision_known check (decision in ('same', 'different', 'undone')),
  reason text not null constraint person_link_with_reason check (reason <> ''),
  decided_by text not null,
  decided_on date not null,
  primary key (district, person_no, other_no, decision_no),
  constraint person_link_in_order check (person_no < other_no)
);
