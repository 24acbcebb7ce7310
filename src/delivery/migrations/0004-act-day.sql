-- 审定动作 carry the day that the district lives in; rows from before are shown by the day of the machine.
-- Operator: adds a column; nothing to do.
alter table delivery.key_act add column acted_on date;
