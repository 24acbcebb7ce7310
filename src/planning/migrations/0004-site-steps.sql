-- 点位步骤: what is done at every site of a project with its weight, where a site differs, and what is done with its evidence.
-- Operator: adds three tables; nothing to do.

-- Every version of a project's steps stays; the newest holds.
create table planning.step_plan (
  district char(6) not null,
  project_id uuid not null,
  plan_no integer not null constraint step_plan_counts_from_one check (plan_no > 0),
  steps jsonb not null,
  reason text,
  set_by text not null,
  set_on date not null,
  primary key (district, project_id, plan_no),
  constraint step_plan_has_steps check (jsonb_typeof(steps) = 'array' and jsonb_array_length(steps) > 0),
  constraint step_plan_changed_with_reason check (plan_no = 1 or reason <> '')
);

create table planning.step_override (
  district char(6) not null,
  site_id uuid not null,
  step_id uuid not null,
  weight integer not null constraint step_override_not_negative check (weight >= 0),
  reason text not null constraint step_override_with_reason check (reason <> ''),
  set_by text not null,
  set_on date not null,
  primary key (district, site_id, step_id),
  constraint step_override_of_site foreign key (district, site_id) references planning.site (district, id)
);

-- Rows are only added; the last act on a step of a site holds. They outlive the site, hence no reference.
create table planning.step_act (
  district char(6) not null,
  site_id uuid not null,
  step_id uuid not null,
  act_no integer not null constraint step_act_counts_from_one check (act_no > 0),
  act text not null,
  done_on date,
  evidence text[] not null default '{}',
  reason text,
  by_name text not null,
  by_post text not null,
  on_day date not null,
  primary key (district, site_id, step_id, act_no),
  constraint step_act_known check (act in ('done', 'undone')),
  constraint step_done_with_evidence check (act <> 'done' or (done_on is not null and evidence <> '{}')),
  constraint step_not_done_in_future check (done_on <= on_day),
  constraint step_undone_with_reason check (act <> 'undone' or reason <> ''),
  constraint step_evidence_digests check (array_to_string(evidence, '') ~ '^[0-9a-f]*$')
);
