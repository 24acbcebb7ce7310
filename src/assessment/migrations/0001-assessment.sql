-- Score sheets, difficulty, points by hand, quarters with their appeals, priorities of the work report, carry-overs and year settlements.
-- Operator: creates the schema "assessment"; nothing to do. Until a district sets a sheet, the default one holds and says so.
create schema assessment;

-- Each change of a year's sheet is a new version; the newest holds.
create table assessment.sheet (
  district char(6) not null,
  year integer not null,
  sheet_version integer not null,
  content jsonb not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  primary key (district, year, sheet_version),
  constraint sheet_counts_up check (sheet_version > 0),
  constraint sheet_says_why check (reason <> '')
);

-- 难度系数 of a project; the newest holds.
create table assessment.difficulty (
  district char(6) not null,
  project_id uuid not null,
  set_no integer not null,
  coefficient numeric not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  primary key (district, project_id, set_no),
  constraint difficulty_of_project foreign key (district, project_id) references programme.project (district, id),
  constraint difficulty_sound check (set_no > 0 and coefficient between 0.5 and 3),
  constraint difficulty_says_why check (reason <> '')
);

-- 人工评分: taken back leaves the row.
create table assessment.entry (
  district char(6) not null,
  id uuid not null,
  programme_id uuid not null,
  year integer not null,
  quarter integer not null,
  unit_id uuid not null,
  line_key text not null,
  points numeric not null,
  body text not null,
  evidence text[] not null,
  entered_by text not null,
  entered_on date not null,
  withdrawn_by text,
  withdrawn_reason text,
  primary key (district, id),
  constraint entry_of_a_list foreign key (district, programme_id) references programme.programme (district, id),
  constraint entry_of_a_unit foreign key (district, unit_id) references organisation.unit (district, id),
  constraint entry_quarter_known check (quarter between 1 and 4),
  constraint entry_points_sound check (points > 0 and points <= 100),
  constraint entry_with_evidence check (evidence <> '{}'),
  constraint entry_with_author check (entered_by <> '' and body <> ''),
  constraint entry_withdrawn_with_reason check ((withdrawn_by is null) = (withdrawn_reason is null))
);
create index entry_of_quarter on assessment.entry (district, programme_id, year, quarter);

create table assessment.round (
  district char(6) not null,
  id uuid not null,
  programme_id uuid not null,
  year integer not null,
  quarter integer not null,
  edition integer not null,
  state text not null,
  content jsonb not null,
  digest text not null,
  appeal_until date not null,
  opened_by text not null,
  opened_on date not null,
  reason text not null,
  final jsonb,
  final_digest text,
  published_by text,
  published_on date,
  version integer not null default 1,
  primary key (district, id),
  constraint round_of_a_list foreign key (district, programme_id) references programme.programme (district, id),
  constraint round_once_a_quarter unique (district, programme_id, year, quarter),
  constraint round_quarter_known check (quarter between 1 and 4),
  constraint round_edition_counts_up check (edition > 0),
  constraint round_state_known check (state in ('draft', 'published')),
  constraint round_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$' and final_digest ~ '^[0-9a-f]{64}$'),
  constraint round_published_whole check (
    (state = 'published') = (final is not null and final_digest is not null and published_by is not null and published_on is not null)
  )
);

create table assessment.appeal (
  district char(6) not null,
  id uuid not null,
  round_id uuid not null,
  unit_id uuid not null,
  line_key text not null,
  reason text not null,
  evidence text[] not null,
  filed_by text not null,
  filed_on date not null,
  state text not null,
  decision text,
  points numeric,
  decided_by text,
  decided_on date,
  version integer not null default 1,
  primary key (district, id),
  constraint appeal_of_a_round foreign key (district, round_id) references assessment.round (district, id),
  constraint appeal_says_why check (reason <> ''),
  constraint appeal_state_known check (state in ('open', 'upheld', 'rejected')),
  constraint appeal_decided_whole check ((state = 'open') = (decision is null) and (state = 'open') = (decided_by is null) and (state = 'open') = (decided_on is null)),
  constraint appeal_points_when_upheld check (points is null or (state = 'upheld' and points >= 0))
);
create unique index appeal_open_once on assessment.appeal (district, round_id, unit_id, line_key) where state = 'open';

create table assessment.confirmation (
  district char(6) not null,
  round_id uuid not null,
  unit_id uuid not null,
  edition integer not null,
  on_behalf boolean not null,
  confirmed_by text not null,
  confirmed_on date not null,
  primary key (district, round_id, unit_id, edition),
  constraint confirmation_of_a_round foreign key (district, round_id) references assessment.round (district, id)
);

-- 工作报告重点 of a list and which projects serve them; the newest version holds.
create table assessment.priorities (
  district char(6) not null,
  programme_id uuid not null,
  setting_version integer not null,
  content jsonb not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  primary key (district, programme_id, setting_version),
  constraint priorities_of_a_list foreign key (district, programme_id) references programme.programme (district, id),
  constraint priorities_counts_up check (setting_version > 0),
  constraint priorities_says_why check (reason <> '')
);

-- 结转: what was decided about a promise that the year did not keep; the newest holds, "none" takes it back.
create table assessment.carry_over (
  district char(6) not null,
  promise_id uuid not null,
  decision_no integer not null,
  programme_id uuid not null,
  way text not null,
  to_year integer,
  note text not null,
  decision text not null,
  decided_on date not null,
  recorded_by text not null,
  recorded_on date not null,
  primary key (district, promise_id, decision_no),
  constraint carry_over_of_a_promise foreign key (district, promise_id) references programme.promise (district, id),
  constraint carry_over_counts_up check (decision_no > 0),
  constraint carry_over_way_known check (way in ('next-year', 'stopped', 'none')),
  constraint carry_over_names_its_year check ((way = 'next-year') = (to_year is not null)),
  constraint carry_over_decided_before_recorded check (decided_on <= recorded_on),
  constraint carry_over_says_why check (note <> '' and decision <> '')
);

-- 年终结账: a year's settlement as it was signed off, with a digest; one for a list.
create table assessment.settlement (
  district char(6) not null,
  programme_id uuid not null,
  content jsonb not null,
  digest text not null,
  as_of date not null,
  settled_by text not null,
  settled_on date not null,
  primary key (district, programme_id),
  constraint settlement_of_a_list foreign key (district, programme_id) references programme.programme (district, id),
  constraint settlement_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$')
);
