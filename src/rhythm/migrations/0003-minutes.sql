-- 纪要 are kept as they were at the end of the meeting. Of meetings closed before, they are still made anew when they are asked for.
-- Operator: nothing to do.
alter table rhythm.meeting add column minutes_digest text;
alter table rhythm.meeting add constraint meeting_minutes_of_closed check (minutes_digest is null or state = 'closed');
