-- Reports, plans, acceptances, frozen month-end lights and the thresholds of a district.
-- Operator: creates the schema "delivery"; nothing to do.
create schema delivery;

create table delivery.report (
  district char(6) not null,
  id uuid not null,
  programme_id uuid not null,
  promise_id uuid not null,
  as_of date not null,
  value_kind text,
  value numeric,
  denominator numeric,
  measure_unit text not null,
  in_measure boolean not null,
  stage text,
  before_output boolean not null,
  steps_done uuid[] not null default '{}',
  body text not null,
  evidence text[] not null default '{}',
  overrides jsonb not null default '[]',
  state text not null,
  supersedes uuid,
  correction_reason text,
  unit_id uuid,
  submitted_by text not null,
  submitted_at timestamptz not null,
  on_behalf boolean not null,
  decided_by text,
  decided_at timestamptz,
  sent_back_reason text,
  version integer not null default 1,
  primary key (district, id),
  constraint report_supersedes_known foreign key (district, supersedes) references delivery.report (district, id),
  constraint report_corrects_with_reason check ((supersedes is null) = (correction_reason is null)),
  constraint report_state_known check (state in ('proposed', 'submitted', 'adopted', 'sent-back', 'superseded')),
  constraint report_value_kind_known check (value_kind in ('this-period', 'cumulative')),
  constraint report_value_says_its_kind check (value is null or value_kind is not null),
  constraint report_value_not_negative check (value >= 0 and denominator >= 0),
  constraint report_adopted_by_somebody check (state <> 'adopted' or (decided_by is not null and decided_at is not null)),
  constraint report_sent_back_with_reason check (state <> 'sent-back' or sent_back_reason is not null),
  constraint report_steps_with_evidence check (steps_done = '{}' or evidence <> '{}'),
  constraint report_digests check (array_to_string(evidence, '') ~ '^[0-9a-f]*$')
);
create index report_of_programme on delivery.report (district, programme_id, promise_id, as_of, submitted_at);
create index report_waiting on delivery.report (district, submitted_at) where state in ('proposed', 'submitted');
create index report_of_promise on delivery.report (district, promise_id);
create unique index report_corrected_once on delivery.report (district, supersedes) where supersedes is not null and state in ('proposed', 'submitted', 'adopted');

create table delivery.trajectory (
  district char(6) not null,
  id uuid not null,
  programme_id uuid not null,
  promise_id uuid not null,
  plan_version integer not null constraint trajectory_plan_version_sound check (plan_version > 0),
  shape jsonb not null,
  target numeric not null,
  base numeric not null,
  starts_on date not null,
  finish_on date not null,
  state text not null,
  reason text,
  unit_id uuid,
  proposed_by text not null,
  proposed_on date not null,
  approved_by text,
  approved_on date,
  digest text,
  version integer not null default 1,
  primary key (district, id),
  constraint trajectory_version_once unique (district, promise_id, plan_version),
  constraint trajectory_state_known check (state in ('proposed', 'approved', 'withdrawn')),
  constraint trajectory_ends_after_start check (finish_on >= starts_on),
  constraint trajectory_approved_is_locked check (state <> 'approved' or (approved_by is not null and approved_on is not null and digest is not null)),
  constraint trajectory_starts_not_before_approval check (state <> 'approved' or starts_on >= approved_on)
);
create unique index trajectory_proposed_once on delivery.trajectory (district, promise_id) where state = 'proposed';
create index trajectory_of_programme on delivery.trajectory (district, programme_id);

create table delivery.acceptance (
  district char(6) not null,
  promise_id uuid not null,
  programme_id uuid not null,
  accepted_on date not null,
  accepted_by text not null,
  note text not null,
  evidence text[] not null,
  primary key (district, promise_id),
  constraint acceptance_needs_evidence check (evidence <> '{}')
);

create table delivery.month_light (
  district char(6) not null,
  promise_id uuid not null,
  year integer not null,
  month integer not null constraint month_light_month_sound check (month between 1 and 12),
  programme_id uuid not null,
  light text not null,
  expected numeric,
  done numeric,
  reasons jsonb not null,
  settings_version integer not null,
  frozen_on date not null,
  primary key (district, promise_id, year, month),
  constraint month_light_known check (light in ('red', 'yellow', 'green', 'grey', 'white', 'closed'))
);
create index month_light_of_programme on delivery.month_light (district, programme_id);

create table delivery.light_settings (
  district char(6) not null,
  settings_version integer not null constraint light_settings_settings_version_sound check (settings_version > 0),
  thresholds jsonb not null,
  source text not null constraint light_settings_source_sound check (source <> ''),
  set_by text not null,
  set_on date not null,
  primary key (district, settings_version)
);
