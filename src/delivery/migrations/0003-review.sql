-- Settings of review and verification, approval keys with their exceptions, samples and verdicts.
-- Operator: nothing to do. Every unit keeps one step of review and verification stays off until a district sets them.
create table delivery.setting (
  district char(6) not null,
  name text not null,
  subject text not null,
  setting_version integer not null constraint setting_version_sound check (setting_version > 0),
  value jsonb not null,
  reason text not null constraint setting_reason_given check (reason <> ''),
  set_by text not null,
  set_on date not null,
  primary key (district, name, subject, setting_version),
  constraint setting_name_known check (name in ('review-steps', 'verification'))
);

create table delivery.key_act (
  district char(6) not null,
  programme_id uuid not null,
  period char(7) not null constraint key_act_period_sound check (period ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  act_version integer not null constraint key_act_version_sound check (act_version > 0),
  act text not null,
  unit_id uuid,
  on_behalf boolean not null,
  reason text,
  acted_by text not null,
  acted_at timestamptz not null,
  primary key (district, programme_id, period, act_version),
  constraint key_act_known check (act in ('approve', 'withdraw', 'receive', 'unreceive', 'return', 'close', 'reopen')),
  constraint key_act_of_unit_or_district check ((unit_id is null) = (act in ('close', 'reopen'))),
  constraint key_act_undone_with_reason check (act in ('approve', 'receive', 'close') or reason is not null)
);

create table delivery.entry_exception (
  district char(6) not null,
  id uuid not null,
  programme_id uuid not null,
  period char(7) not null constraint entry_exception_period_sound check (period ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  unit_id uuid not null,
  until_on date not null,
  reason text not null constraint entry_exception_with_reason check (reason <> ''),
  granted_by text not null,
  granted_on date not null,
  primary key (district, id),
  constraint entry_exception_ends_after_grant check (until_on >= granted_on)
);
create index entry_exception_of_period on delivery.entry_exception (district, programme_id, period);

create table delivery.sample (
  district char(6) not null,
  id uuid not null,
  programme_id uuid not null,
  period char(7) not null constraint sample_period_sound check (period ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  seed text not null constraint sample_seed_given check (seed <> ''),
  size integer not null constraint sample_size_sound check (size > 0),
  by_unit boolean not null,
  population jsonb not null,
  report_ids uuid[] not null,
  drawn_by text not null,
  drawn_at timestamptz not null,
  primary key (district, id),
  constraint sample_not_empty check (report_ids <> '{}')
);
create index sample_of_period on delivery.sample (district, programme_id, period);

create table delivery.verdict (
  district char(6) not null,
  id uuid not null,
  programme_id uuid not null,
  promise_id uuid not null,
  report_id uuid not null,
  sample_id uuid,
  way text not null,
  result text not null,
  note text not null,
  evidence text[] not null default '{}',
  due_on date,
  given_by text not null,
  given_on date not null,
  given_at timestamptz not null,
  primary key (district, id),
  constraint verdict_of_report foreign key (district, report_id) references delivery.report (district, id),
  constraint verdict_of_sample foreign key (district, sample_id) references delivery.sample (district, id),
  constraint verdict_way_known check (way in ('evidence', 'on-site')),
  constraint verdict_result_known check (result in ('confirmed', 'mismatch', 'unverifiable')),
  constraint verdict_mismatch_demands_correction check ((result = 'mismatch') = (due_on is not null)),
  constraint verdict_mismatch_says_why check (result <> 'mismatch' or note <> ''),
  constraint verdict_sampled_on_site check (sample_id is null or way = 'on-site')
);
create index verdict_of_programme on delivery.verdict (district, programme_id, report_id, given_at);
