-- 责任单位变更: who leads and who supports a project, changed after the list was frozen. Rows are only added.
-- Operator: adds one table; nothing to do.
create table programme.responsible_change (
  district char(6) not null,
  id uuid not null,
  project_id uuid not null,
  position integer not null,
  before_lead_unit_id uuid,
  before_supporting_unit_ids uuid[] not null,
  lead_unit_id uuid not null,
  supporting_unit_ids uuid[] not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  primary key (district, id),
  constraint responsible_change_of_project foreign key (district, project_id) references programme.project (district, id),
  constraint responsible_change_to_known_unit foreign key (district, lead_unit_id) references organisation.unit (district, id),
  constraint responsible_change_in_order unique (district, project_id, position),
  constraint responsible_change_with_reason check (reason <> ''),
  constraint responsible_change_leads_or_supports check (not lead_unit_id = any (supporting_unit_ids))
);
