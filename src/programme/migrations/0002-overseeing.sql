-- 分管领导: which leader's post oversees which project, from when on. Rows are only added; the last that has begun holds.
-- Operator: adds one table; nothing to do.
create table programme.overseeing (
  district char(6) not null,
  id uuid not null,
  project_id uuid not null,
  position integer not null,
  post_id uuid,
  from_on date not null,
  set_by text not null,
  set_on date not null,
  primary key (district, id),
  constraint overseeing_of_project foreign key (district, project_id) references programme.project (district, id),
  constraint overseeing_by_known_post foreign key (district, post_id) references organisation.post (district, id),
  constraint overseeing_in_order unique (district, project_id, position)
);
