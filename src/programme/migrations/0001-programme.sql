-- The yearly list as read, corrected and frozen; changes after that only by decision.
-- Operator: creates the schema "programme"; nothing to do.
create schema if not exists programme;

create table programme.programme (
  district char(6) not null,
  id uuid not null,
  year integer not null,
  kind text not null,
  origin text not null,
  title text not null,
  from_on date not null,
  to_on date not null,
  state text not null default 'draft',
  draft jsonb,
  source_name text not null default '',
  source_digest text,
  frozen_on date,
  frozen_by text,
  frozen_reason text,
  digest text,
  version integer not null default 1,
  primary key (district, id),
  constraint programme_kind_known check (kind in ('ten-things', 'special-action', 'superior-project')),
  constraint programme_origin_known check (origin in ('voted', 'government')),
  constraint programme_state_known check (state in ('draft', 'frozen')),
  constraint programme_period_in_order check (from_on <= to_on),
  constraint programme_frozen_is_complete check (
    (state = 'draft' and draft is not null and digest is null)
    or (state = 'frozen' and draft is null and digest is not null and frozen_on is not null and frozen_by is not null)
  )
);
create unique index programme_one_yearly_list on programme.programme (district, year) where kind = 'ten-things';

create table programme.project (
  district char(6) not null,
  id uuid not null,
  programme_id uuid not null,
  no text not null,
  position integer not null,
  name text not null,
  text text not null,
  lead_unit_id uuid,
  supporting_unit_ids uuid[] not null default '{}',
  levels text[] not null default '{district}',
  note text,
  phrases jsonb not null default '[]',
  commitments jsonb not null default '[]',
  progress jsonb,
  progress_as_of date,
  primary key (district, id),
  constraint project_of_programme foreign key (district, programme_id) references programme.programme (district, id),
  constraint project_no_once unique (district, programme_id, no),
  constraint project_has_name check (name <> '')
);

create table programme.promise (
  district char(6) not null,
  id uuid not null,
  project_id uuid not null,
  position integer not null,
  verb text not null,
  object text not null,
  measure text not null,
  direction text not null,
  target numeric,
  target_max numeric,
  measure_unit text not null,
  approx boolean not null,
  bound text not null,
  start_at integer,
  end_at integer,
  counting_rule jsonb,
  quarter_targets numeric[] not null default '{}',
  due_on date,
  settled_later boolean not null default false,
  primary key (district, id),
  constraint promise_of_project foreign key (district, project_id) references programme.project (district, id),
  constraint promise_measure_known check (measure in ('cumulative', 'stock', 'milestone-set', 'ratio')),
  constraint promise_direction_known check (direction in ('higher', 'lower')),
  constraint promise_bound_known check (bound in ('exact', 'at_least', 'at_most')),
  constraint promise_range_in_order check (target_max is null or target_max >= target)
);
create index promise_by_project on programme.promise (district, project_id);

create table programme.step (
  district char(6) not null,
  id uuid not null,
  promise_id uuid not null,
  position integer not null,
  title text not null,
  due_on date,
  weight numeric not null,
  primary key (district, id),
  constraint step_of_promise foreign key (district, promise_id) references programme.promise (district, id),
  constraint step_weight_positive check (weight > 0 and weight <= 100)
);

-- 调整: an approved change of a promise; the promise's own row stays as it was frozen.
create table programme.adjustment (
  district char(6) not null,
  id uuid not null,
  programme_id uuid not null,
  promise_id uuid not null,
  position integer not null,
  kind text not null,
  after jsonb not null,
  reason text not null,
  decided_by text not null,
  decision text not null,
  document_no text not null,
  decided_on date not null,
  document_digest text,
  made_by text not null,
  made_on date not null,
  primary key (district, id),
  constraint adjustment_of_promise foreign key (district, promise_id) references programme.promise (district, id),
  constraint adjustment_in_order unique (district, promise_id, position),
  constraint adjustment_kind_known check (kind in ('target', 'deadline', 'content', 'termination')),
  constraint adjustment_body_known check (decided_by in ('standing-committee', 'government-meeting')),
  constraint adjustment_names_decision check (decision <> '' and document_no <> '' and reason <> '')
);
