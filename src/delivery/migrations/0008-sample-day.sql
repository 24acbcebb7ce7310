-- 抽查 carries the day that the district lives in; samples from before are shown by the day of the machine.
-- Operator: adds a column; nothing to do.
alter table delivery.sample add column drawn_on date;
