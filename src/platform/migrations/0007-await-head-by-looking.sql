-- An entry looks for the one it continues before it asks for the lock: most often that one is there, and needs no savepoint.
-- For the operator: nothing to do.
create or replace function platform.await_head(of_district char(6), wanted text, wanted_seq bigint) returns boolean
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
    -- Only who writes the one before mine can hold it now: the lock comes free at the moment of his commit.
    if head.is_held and head.seq = wanted_seq - 2 then
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
