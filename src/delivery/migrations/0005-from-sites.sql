-- 由点位推算: the recorded decision of the office on where the figure of a promise comes from; the newest holds.
-- Operator: adds one table; nothing to do.
create table delivery.count_source (
  district char(6) not null,
  promise_id uuid not null,
  decision_no integer not null constraint count_source_counts_from_one check (decision_no > 0),
  source text not null constraint count_source_known check (source in ('reports', 'sites')),
  reason text not null constraint count_source_with_reason check (reason <> ''),
  set_by text not null,
  set_on date not null,
  primary key (district, promise_id, decision_no)
);
