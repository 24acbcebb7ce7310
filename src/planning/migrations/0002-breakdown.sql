-- 责任分解: the tasks that projects break into, who bears them, and the claims of the units.
-- Operator: adds seven tables; nothing to do.
create table planning.task (
  district char(6) not null,
  id uuid not null,
  programme_id uuid not null,
  project_id uuid not null,                       -- of a draft list too, hence no reference
  promise_id uuid,
  position integer not null constraint task_position_not_negative check (position >= 0),
  name text not null constraint task_name_sound check (name <> ''),
  name_key text not null,
  content text not null,
  overseeing_post_id uuid,
  post_id uuid,
  contact_post_id uuid,
  start_on date,
  due_on date not null,
  version integer not null default 1,
  primary key (district, id),
  constraint task_of_programme foreign key (district, programme_id) references programme.programme (district, id),
  constraint task_overseen_by_known_post foreign key (district, overseeing_post_id) references organisation.post (district, id),
  constraint task_borne_by_known_post foreign key (district, post_id) references organisation.post (district, id),
  constraint task_contact_is_known_post foreign key (district, contact_post_id) references organisation.post (district, id),
  constraint task_starts_before_it_is_due check (start_on <= due_on),
  constraint task_in_order unique (district, project_id, position) deferrable initially deferred
);
create unique index task_named_once on planning.task (district, project_id, name_key);
create index task_of_list on planning.task (district, programme_id);

-- The first unit leads, the others support in their order.
create table planning.task_unit (
  district char(6) not null,
  task_id uuid not null,
  position integer not null constraint task_unit_position_not_negative check (position >= 0),
  unit_id uuid not null,
  primary key (district, task_id, position),
  constraint task_unit_of_task foreign key (district, task_id) references planning.task (district, id),
  constraint task_unit_known foreign key (district, unit_id) references organisation.unit (district, id),
  constraint task_unit_once unique (district, task_id, unit_id)
);
create index task_of_unit on planning.task_unit (district, unit_id);

create table planning.task_fund (
  district char(6) not null,
  task_id uuid not null,
  source text not null,
  yuan numeric(16, 2) not null constraint task_fund_is_money check (yuan > 0),
  primary key (district, task_id, source),
  constraint task_fund_of_task foreign key (district, task_id) references planning.task (district, id),
  constraint task_fund_source_known check (source in ('central', 'province', 'city', 'district', 'bond', 'society'))
);

create table planning.task_goal (
  district char(6) not null,
  task_id uuid not null,
  quarter integer not null constraint task_goal_quarter_sound check (quarter between 1 and 4),
  goal text not null constraint task_goal_sound check (goal <> ''),
  primary key (district, task_id, quarter),
  constraint task_goal_of_task foreign key (district, task_id) references planning.task (district, id)
);

create table planning.task_site (
  district char(6) not null,
  task_id uuid not null,
  site_id uuid not null,
  primary key (district, task_id, site_id),
  constraint task_site_of_task foreign key (district, task_id) references planning.task (district, id),
  constraint task_site_known foreign key (district, site_id) references planning.site (district, id)
);
create index task_at_site on planning.task_site (district, site_id);

-- 认领: each act of a unit about a task; the last one holds. It outlives the task, hence no reference.
create table planning.claim (
  district char(6) not null,
  task_id uuid not null,
  claim_no integer not null constraint claim_counts_from_one check (claim_no > 0),
  act text not null,
  unit_id uuid not null,
  reason text,
  by_name text not null,
  by_post text not null,
  on_day date not null,
  primary key (district, task_id, claim_no),
  constraint claim_act_known check (act in ('claimed', 'declined', 'withdrawn', 'reopened')),
  constraint claim_refused_with_reason check (act not in ('declined', 'withdrawn') or reason <> '')
);

create table planning.task_change (
  district char(6) not null,
  task_id uuid not null,
  change_no integer not null constraint task_change_counts_from_one check (change_no > 0),
  project_id uuid not null,
  act text not null,
  name text not null,
  changes jsonb not null,
  reason text,
  by_name text not null,
  by_post text not null,
  on_day date not null,
  primary key (district, task_id, change_no),
  constraint task_change_act_known check (act in ('set-up', 'changed', 'moved', 'imported', 'posts', 'removed')),
  constraint task_removed_with_reason check (act <> 'removed' or reason <> '')
);
create index task_change_of_project on planning.task_change (district, project_id);
