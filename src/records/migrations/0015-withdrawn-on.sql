-- 撤回日期: the day of a withdrawal is the district's, like every other day; the instant stands in the journal.
-- Operator: turns a column of instants into days; a moment.
alter table records.import alter column withdrawn_at type date using (withdrawn_at at time zone 'Asia/Shanghai')::date;
alter table records.import rename column withdrawn_at to withdrawn_on;
