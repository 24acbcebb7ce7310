-- The reporting calendar, returned forms and what became of them, and blank forms of higher levels with their mapping.
-- Operator: creates the schema "collection"; nothing to do.
create schema collection;

create table collection.calendar (
  district char(6) not null,
  settings_version integer not null constraint calendar_settings_version_sound check (settings_version > 0),
  rhythm text not null constraint calendar_rhythm_known check (rhythm in ('month', 'half-month', 'week', 'quarter')),
  due_days integer not null constraint calendar_due_days_sound check (due_days between 0 and 60),
  reminder text not null,
  source text not null constraint calendar_source_sound check (source <> ''),
  set_by text not null,
  set_at timestamptz not null,
  primary key (district, settings_version)
);

-- The days of one period where they differ from what the calendar proposes; every wording stays, the newest is in force.
create table collection.period (
  district char(6) not null,
  period text not null constraint period_id_sound check (period ~ '^[0-9]{4}-'),
  settings_version integer not null constraint period_settings_version_sound check (settings_version > 0),
  as_of date not null,
  due_on date not null,
  reminder text not null,
  reason text not null constraint period_reason_sound check (reason <> ''),
  set_by text not null,
  set_at timestamptz not null,
  primary key (district, period, settings_version),
  constraint period_due_after_as_of check (due_on >= as_of)
);

create table collection.batch (
  district char(6) not null,
  id uuid not null,
  programme_id uuid not null,
  period text not null,
  -- The unit that hands in its own form; null for a batch of the supervision office.
  unit_id uuid,
  state text not null,
  received_on date not null,
  opened_by text not null,
  opened_at timestamptz not null,
  settled_by text,
  settled_at timestamptz,
  version integer not null default 1,
  primary key (district, id),
  constraint batch_about_a_list foreign key (district, programme_id) references programme.programme (district, id),
  constraint batch_state_known check (state in ('open', 'confirmed', 'discarded')),
  constraint batch_settled_by_somebody check ((state = 'open') = (settled_by is null) and (settled_by is null) = (settled_at is null))
);
create index batch_of_period on collection.batch (district, programme_id, period);

create table collection.returned_file (
  district char(6) not null,
  batch_id uuid not null,
  digest text not null constraint returned_file_digest_sound check (digest ~ '^[0-9a-f]{64}$'),
  name text not null,
  kind text not null constraint returned_file_kind_known check (kind in ('form', 'evidence', 'refused')),
  unit_id uuid,
  promise_id uuid,
  reading jsonb,
  seal text constraint returned_file_seal_known check (seal in ('genuine', 'changed', 'lost')),
  refusal jsonb,
  added_by text not null,
  added_at timestamptz not null,
  primary key (district, batch_id, digest),
  constraint returned_file_of_a_batch foreign key (district, batch_id) references collection.batch (district, id),
  constraint returned_file_form_was_read check (kind <> 'form' or (reading is not null and seal is not null)),
  constraint returned_file_refused_with_reason check ((kind = 'refused') = (refusal is not null))
);
create index returned_file_by_digest on collection.returned_file (district, digest);

-- Each report that came out of a file: which file, sheet and row, and what was said beside the figure.
create table collection.taken_row (
  district char(6) not null,
  report_id uuid not null,
  batch_id uuid not null,
  promise_id uuid not null,
  unit_id uuid not null,
  period text not null,
  digest text not null,
  sheet text not null,
  row_number integer not null constraint taken_row_number_sound check (row_number > 0),
  received_on date not null,
  evidence_list text not null,
  changes jsonb not null,
  signs jsonb not null,
  taken_by text not null,
  taken_at timestamptz not null,
  primary key (district, report_id),
  constraint taken_row_of_a_file foreign key (district, batch_id, digest) references collection.returned_file (district, batch_id, digest)
);
create index taken_row_of_period on collection.taken_row (district, period, promise_id);
create index taken_row_by_digest on collection.taken_row (district, digest);

-- A blank form of a higher level; each saved mapping is a version of its own, the newest of a template is used.
create table collection.template (
  district char(6) not null,
  template_id uuid not null,
  template_version integer not null constraint template_version_sound check (template_version > 0),
  name text not null constraint template_name_sound check (name <> ''),
  kind text not null constraint template_kind_known check (kind in ('xlsx', 'docx')),
  file_digest text not null constraint template_digest_sound check (file_digest ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  structure_digest text not null,
  mapping jsonb not null,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (district, template_id, template_version)
);
