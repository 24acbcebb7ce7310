-- 停水、封路等通知: what an office announces; each stays, one that is taken back says why.
-- Operator: adds a table; nothing to do.
create table publication.disruption (
  district char(6) not null,
  id uuid not null,
  state text not null,
  from_on date not null,
  until_on date not null,
  content jsonb not null,
  announced jsonb not null,
  withdrawn jsonb,
  reason text,
  primary key (district, id),
  constraint disruption_state_known check (state in ('announced', 'withdrawn')),
  constraint disruption_runs_forward check (from_on <= until_on),
  constraint disruption_withdrawn_says_why check ((state = 'withdrawn') = (withdrawn is not null and reason <> ''))
);
create index disruption_by_day on publication.disruption (district, until_on);
