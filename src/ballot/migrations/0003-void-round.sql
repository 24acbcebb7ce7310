-- A vote with more papers collected than issued is recorded as what it is: void.
-- Operator: one check is worded anew; nothing to do.
alter table ballot.round drop constraint round_papers_reconcile;
alter table ballot.round add constraint round_papers_reconcile check (
  issued >= 0 and issued <= attending and (collected is null or collected <= issued or (outcome ->> 'valid') = 'false'));
