-- 名册和服务项目的更正: what a figure hangs on is changed with a reason, and what it was before stays to be read.
-- Operator: adds a table; nothing to do.
create table records.list_change (
  district char(6) not null,
  list_id uuid not null,
  change_no integer not null constraint list_change_counts_from_one check (change_no > 0),
  before jsonb not null,
  after jsonb not null,
  reason text not null constraint list_change_with_reason check (reason <> ''),
  changed_by text not null,
  changed_on date not null,
  primary key (district, list_id, change_no)
);
