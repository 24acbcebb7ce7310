-- A transaction may append several entries: the head before the awaited one is then not the entry before it, and who asks says which it is.
-- For the operator: nothing to do.
create function platform.await_head(of_district char(6), wanted text, wanted_seq bigint, before_wanted bigint) returns boolean
  language plpgsql volatile as $$
declare
  head record;
begin
  for attempt in 1..50 loop
    select seq, digest, xmax::text <> '0' as is_held into head from platform.journal_head where district = of_district;
    if head.digest = wanted then
      return true;
    end if;
    if head.seq is null or head.seq >= wanted_seq then
      return false;
    end if;
    -- Only who writes the awaited one can hold it now: the lock comes free at the moment of his commit.
    if head.is_held and head.seq = before_wanted then
      begin
        select seq, digest into head from platform.journal_head where district = of_district for no key update;
        if head.digest = wanted then
          return true;
        end if;
        raise sqlstate 'LS001';
      exception when sqlstate 'LS001' then
        null;
      end;
    end if;
    perform pg_sleep(0.0003);
  end loop;
  return false;
end
$$;
drop function platform.await_head(char(6), text, bigint);
