-- What stands behind a report: the returned form it was read from, its review inside the unit, and why a promise is behind.
-- Operator: nothing to do. The state "unit-review" is new: a unit that reviews its own reports first is a setting, off until it is set.
alter table delivery.report
  add column source jsonb,
  add column unchanged boolean,
  add column submitter_id text,
  add column unit_reviewed_by text,
  add column unit_reviewed_at timestamptz,
  add column behind_reason text,
  add column behind_until date,
  drop constraint report_state_known,
  add constraint report_state_known check (state in ('proposed', 'unit-review', 'submitted', 'adopted', 'sent-back', 'superseded')),
  add constraint report_unit_reviewed_by_somebody check ((unit_reviewed_by is null) = (unit_reviewed_at is null)),
  add constraint report_behind_until_with_reason check (behind_until is null or behind_reason is not null),
  add constraint report_source_is_on_behalf check (source is null or on_behalf);
drop index delivery.report_waiting;
create index report_waiting on delivery.report (district, submitted_at) where state in ('proposed', 'unit-review', 'submitted');
drop index delivery.report_corrected_once;
create unique index report_corrected_once on delivery.report (district, supersedes)
  where supersedes is not null and state in ('proposed', 'unit-review', 'submitted', 'adopted');
