-- The check-in desk notes who took a slip, and in which vote; never which slip.
-- Operator: nothing to do.
alter table ballot.roll
  add column slip_round integer,          -- 领了第几轮的凭证条; no box, no credential, no time
  add constraint roll_slip_for_who_is_there check (slip_round is null or (slip_round > 0 and attendance = 'present'));
