-- Working calendars and announced years of the district; activities, links and baselines of the projects; what was done day by day.
-- Operator: nothing to do. Until a district sets its own, the built-in calendars and the announced years 2024 to 2026 apply.
create table planning.holiday_year (
  district char(6) not null,
  year integer not null constraint holiday_year_sound check (year between 2024 and 2099),
  entry_no integer not null constraint holiday_year_counts_from_one check (entry_no > 0),
  document text not null constraint holiday_year_has_document check (document <> ''),
  days_off jsonb not null,
  makeup jsonb not null,
  statutory jsonb not null,
  reason text not null constraint holiday_year_with_reason check (reason <> ''),
  set_by text not null,
  set_on date not null,
  primary key (district, year, entry_no)
);

create table planning.calendar (
  district char(6) not null,
  key text not null constraint calendar_key_sound check (key ~ '^[a-z0-9-]{2,60}$' and key <> 'site'),
  calendar_version integer not null constraint calendar_counts_from_one check (calendar_version > 0),
  title text not null constraint calendar_title_sound check (title <> ''),
  weekdays integer[] not null,
  free text not null,
  seasons jsonb not null,
  closed jsonb not null,
  closed_known_until date,
  quiet_hours jsonb not null,
  reason text not null constraint calendar_with_reason check (reason <> ''),
  set_by text not null,
  set_on date not null,
  primary key (district, key, calendar_version),
  constraint calendar_has_weekdays check (cardinality(weekdays) >= 1 and cardinality(weekdays) <= 7 and weekdays <@ array[1, 2, 3, 4, 5, 6, 7]),
  constraint calendar_free_known check (free in ('off', 'statutory', 'none'))
);

create table planning.place_calendar (
  district char(6) not null,
  place_id uuid not null,                         -- a site or an area
  calendar text not null,
  set_by text not null,
  set_on date not null,
  version integer not null default 1,
  primary key (district, place_id)
);

create table planning.network (
  district char(6) not null,
  project_id uuid not null,
  version integer not null default 1,
  primary key (district, project_id)
);

create table planning.network_change (
  district char(6) not null,
  project_id uuid not null,
  network_version integer not null constraint network_change_counts_from_one check (network_version > 0),
  changes jsonb not null,
  reason text,
  by_name text not null,
  by_post text not null,
  on_day date not null,
  primary key (district, project_id, network_version)
);

create table planning.activity (
  district char(6) not null,
  id uuid not null,
  project_id uuid not null,
  task_id uuid not null,
  site_id uuid,
  position integer not null constraint activity_position_sound check (position > 0),
  name text not null constraint activity_name_sound check (name <> ''),
  days integer not null constraint activity_takes_days check (days > 0),
  calendar text not null,
  is_milestone boolean not null,
  gate text constraint activity_gate_sound check (gate <> ''),
  not_before date,
  finish_by date,
  pinned_on date,
  started_on date,
  finished_on date,
  remaining_days integer constraint activity_remaining_sound check (remaining_days > 0),
  evidence text[] not null default '{}',
  legal_minimum jsonb,
  shorter_because text,
  version integer not null default 1,
  primary key (district, id),
  constraint activity_in_its_project unique (district, project_id, id),
  constraint activity_task_known foreign key (district, task_id) references planning.task (district, id),
  constraint activity_window_in_order check (finish_by >= not_before),
  constraint activity_finished_after_start check (finished_on is null or (started_on is not null and finished_on >= started_on)),
  constraint activity_remaining_while_under_way check (remaining_days is null or (started_on is not null and finished_on is null)),
  constraint activity_milestone_finished_with_evidence check (not is_milestone or finished_on is null or cardinality(evidence) > 0),
  constraint activity_shorter_with_reason check (
    legal_minimum is null or days >= (legal_minimum ->> 'days')::integer or coalesce(shorter_because, '') <> '')
);
create index activity_of_task on planning.activity (district, task_id);

create table planning.activity_link (
  district char(6) not null,
  project_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  type text not null,
  lag integer not null,
  lag_calendar text,
  primary key (district, from_id, to_id, type),
  constraint link_type_known check (type in ('FS', 'SS', 'FF', 'SF')),
  constraint link_not_to_itself check (from_id <> to_id),
  constraint link_from_same_project foreign key (district, project_id, from_id) references planning.activity (district, project_id, id),
  constraint link_to_same_project foreign key (district, project_id, to_id) references planning.activity (district, project_id, id)
);

create table planning.baseline (
  district char(6) not null,
  project_id uuid not null,
  no integer not null constraint baseline_counts_from_one check (no > 0),
  dates jsonb not null,
  digest char(64) not null constraint baseline_digest_sound check (digest ~ '^[0-9a-f]{64}$'),
  reason text not null constraint baseline_with_reason check (reason <> ''),
  locked_by text not null,
  locked_on date not null,
  primary key (district, project_id, no)
);

create table planning.day_node (
  district char(6) not null,
  activity_id uuid not null,
  on_day date not null,
  planned text not null,
  state text not null,
  done text not null,
  note text not null,
  photos text[] not null default '{}',
  by_name text not null,
  by_post text not null,
  version integer not null default 1,
  primary key (district, activity_id, on_day),
  constraint day_node_of_activity foreign key (district, activity_id) references planning.activity (district, id),
  constraint day_node_state_known check (state in ('planned', 'done', 'partly', 'not-done')),
  constraint day_node_says_why_not check (state not in ('partly', 'not-done') or note <> '')
);
