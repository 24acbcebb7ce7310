-- An entry that reaches the database before the one it continues waits for it here, instead of being refused and run again.
-- For the operator: nothing to do.
create function platform.await_head(of_district char(6), wanted text, wanted_seq bigint) returns boolean
  language plpgsql volatile as $$
declare
  head record;
begin
  for attempt in 1..50 loop
    begin
      select seq, digest into head from platform.journal_head where district = of_district for no key update;
      if head.digest = wanted then
        return true;
      end if;
      if head.seq is null or head.seq >= wanted_seq then
        return false;
      end if;
      raise sqlstate 'LS001';
    exception when sqlstate 'LS001' then
      null;
    end;
    perform pg_sleep(0.0003);
  end loop;
  return false;
end
$$;
