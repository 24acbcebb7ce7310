-- 活动签到: a sign-in may be at an event, whose attendance is counted from it then.
-- Operator: adds two columns and an index, and eases a check; a moment.
alter table records.sign_in add column event_id uuid;
alter table records.sign_in_taken_back add column event_id uuid;
create index sign_in_of_event on records.sign_in (district, event_id) where event_id is not null;
alter table records.entry drop constraint entry_certified_attended;
alter table records.entry add constraint entry_certified_attended check (certified <= attended);
