-- Weekly checks of the units, what stands in the way, and what the district sets for both.
-- Operator: adds tables; nothing to do.
create schema if not exists rhythm;

-- 周碰头: one row for each unit and ISO week that answered; a correction counts the version up, the first filing decides whether it was late.
create table rhythm.weekly_check (
  district char(6) not null,
  unit_id uuid not null,
  iso_year integer not null,
  iso_week integer not null,
  lines jsonb not null,                   -- per project: done, next, problem, who is needed, and why it was asked
  is_unchanged boolean not null,
  filed_on date not null,
  filed_at timestamptz not null,
  filed_by text not null,
  filed_post text not null,
  on_behalf boolean not null,
  due_on date not null,
  changed_at timestamptz,
  changed_by text,
  version integer not null default 1,
  primary key (district, unit_id, iso_year, iso_week),
  constraint weekly_check_of_unit foreign key (district, unit_id) references organisation.unit (district, id),
  constraint weekly_check_week_of_a_year check (iso_week between 1 and 53),
  constraint weekly_check_by_somebody check (filed_by <> ''),
  constraint weekly_check_change_by_somebody check ((changed_at is null) = (changed_by is null))
);
create index weekly_check_by_week on rhythm.weekly_check (district, iso_year, iso_week);

-- 未报: what was asked of each unit in a week that is over; a row without a check is silence.
create table rhythm.week_asked (
  district char(6) not null,
  iso_year integer not null,
  iso_week integer not null,
  unit_id uuid not null,
  projects integer not null,
  due_on date not null,
  closed_on date not null,
  primary key (district, iso_year, iso_week, unit_id),
  constraint week_asked_of_unit foreign key (district, unit_id) references organisation.unit (district, id),
  constraint week_asked_week_of_a_year check (iso_week between 1 and 53),
  constraint week_asked_of_something check (projects > 0)
);

-- A week whose list of asked units stands; it may have asked nobody.
create table rhythm.closed_week (
  district char(6) not null,
  iso_year integer not null,
  iso_week integer not null,
  closed_on date not null,
  primary key (district, iso_year, iso_week),
  constraint closed_week_of_a_year check (iso_week between 1 and 53)
);

-- 堵点: what keeps a project from going on, who has it, and at which level it is to be solved.
create table rhythm.blocker (
  district char(6) not null,
  id uuid not null,
  programme_id uuid not null,
  project_id uuid not null,
  unit_id uuid not null,
  owner_post_id uuid,
  title text not null,
  detail text not null,
  asked text not null,                    -- what is asked of whoever shall solve it
  level text not null,
  level_since date not null,
  asked_of text not null,                 -- post, meeting or body at that level, as it was named
  asked_post_id uuid,
  state text not null,
  raised_on date not null,
  raised_by text not null,
  settled_on date,
  settled_by text,
  settled_post_id uuid,
  settled_how text,
  is_on_site boolean not null default false,
  version integer not null default 1,
  primary key (district, id),
  constraint blocker_of_list foreign key (district, programme_id) references programme.programme (district, id),
  constraint blocker_of_project foreign key (district, project_id) references programme.project (district, id),
  constraint blocker_of_unit foreign key (district, unit_id) references organisation.unit (district, id),
  constraint blocker_says_what check (title <> '' and raised_by <> ''),
  constraint blocker_level_known check (level in ('unit', 'leader', 'meeting', 'city', 'utility')),
  constraint blocker_state_known check (state in ('open', 'solved', 'withdrawn')),
  constraint blocker_settled_by_somebody check ((state = 'open') = (settled_on is null) and (settled_on is null) = (settled_by is null)),
  constraint blocker_settled_says_how check (state = 'open' or settled_how <> ''),
  constraint blocker_not_settled_before_raised check (settled_on is null or settled_on >= raised_on),
  constraint blocker_on_site_is_solved check (not is_on_site or state = 'solved')
);
create index blocker_open on rhythm.blocker (district, state, project_id);

-- 堵点的每一步: raised, brought back down, handed to another owner, solved, reopened.
create table rhythm.blocker_step (
  district char(6) not null,
  blocker_id uuid not null,
  position integer not null,
  act text not null,
  from_level text,
  to_level text,
  body text not null,
  by_name text not null,
  by_post text not null,
  on_day date not null,
  at timestamptz not null,
  primary key (district, blocker_id, position),
  constraint blocker_step_of_blocker foreign key (district, blocker_id) references rhythm.blocker (district, id),
  constraint blocker_step_act_known check (act in ('raised', 'moved-up', 'brought-back', 'handed', 'changed', 'solved', 'withdrawn', 'reopened')),
  constraint blocker_step_by_somebody check (by_name <> '')
);

-- Settings with their history: the newest version holds.
create table rhythm.setting (
  district char(6) not null,
  setting_version integer not null,
  value jsonb not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  primary key (district, setting_version),
  constraint setting_counts_up check (setting_version > 0),
  constraint setting_says_why check (reason <> '')
);
