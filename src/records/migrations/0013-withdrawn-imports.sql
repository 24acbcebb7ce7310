-- 撤回导入: an accepted import may be withdrawn, with its reason; nothing of its rows stays but that it was there.
-- Operator: adds three columns and eases a check; a moment.
alter table records.import drop constraint import_state_known;
alter table records.import add constraint import_state_known
  check (state in ('waiting', 'reading', 'read', 'accepted', 'superseded', 'cancelled', 'failed', 'withdrawn'));
alter table records.import add column withdrawn_because text, add column withdrawn_by text, add column withdrawn_at timestamptz;
alter table records.import add constraint import_withdrawn_with_reason
  check ((state = 'withdrawn') = (withdrawn_because is not null and withdrawn_by is not null and withdrawn_at is not null));
