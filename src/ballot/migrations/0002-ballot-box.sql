-- The electronic ballot of a round: its box, its trustees, and the encrypted papers in it.
-- Operator: with a database of your own, make the role of DATABASE_ANONYMOUS_URL before the first electronic ballot (configuration.md).

-- 票箱: one election of the public protocol. What deputies need to vote stands here, and nothing about a deputy.
create table ballot.box (
  district char(6) not null,
  id uuid not null,
  round_id uuid not null,
  election_uuid text not null,
  state text not null default 'keys',
  name text not null,
  form text not null,
  questions jsonb not null,
  candidate_ids uuid[] not null,
  trustee_count integer not null,
  threshold integer,                      -- null: every trustee is needed
  moment bigint not null,                 -- the time that every member of the archive carries: when the box was set up
  admitted integer,                       -- slips handed out to deputies who are here; never lowered
  election text,
  trustees text,
  credentials text,
  tally text,
  result jsonb,
  abandoned_reason text,
  version integer not null default 1,
  primary key (district, id),
  constraint box_of_round foreign key (district, round_id) references ballot.round (district, id),
  constraint box_election_once unique (district, election_uuid),
  constraint box_state_known check (state in ('keys', 'credentials', 'ready', 'open', 'closed', 'counted', 'abandoned')),
  constraint box_form_known check (form in ('tick', 'approve')),
  constraint box_election_named check (election_uuid ~ '^[1-9A-HJ-NP-Za-km-z]{14,}$'),
  constraint box_threshold_within_trustees check (threshold between 1 and trustee_count),
  constraint box_keys_before_credentials check (state in ('keys', 'abandoned') or (election is not null and trustees is not null)),
  constraint box_credentials_before_voting check (state in ('keys', 'credentials', 'abandoned') or credentials is not null),
  constraint box_opened_with_number check (state not in ('open', 'closed', 'counted') or admitted is not null),
  constraint box_closed_with_tally check ((state in ('closed', 'counted')) = (tally is not null) or state = 'abandoned'),
  constraint box_counted_with_result check ((state = 'counted') = (result is not null) or state = 'abandoned'),
  constraint box_abandoned_says_why check ((state = 'abandoned') = (abandoned_reason is not null))
);
create unique index box_one_a_round on ballot.box (district, round_id) where abandoned_reason is null;

-- 受托人: who holds a part of the key. Only what is public is here; the secret never leaves the trustee's browser.
create table ballot.trustee (
  district char(6) not null,
  box_id uuid not null,
  position integer not null,
  title text not null,
  account_id text,
  certificate text,
  coefficients text,
  shares jsonb,                           -- one for each trustee, encrypted to him
  public_key text,
  decryption text,
  version integer not null default 1,
  primary key (district, box_id, position),
  constraint trustee_of_box foreign key (district, box_id) references ballot.box (district, id),
  constraint trustee_counts_from_one check (position > 0),
  constraint trustee_named check (title <> ''),
  constraint trustee_in_order check ((coefficients is null or certificate is not null) and (coefficients is null) = (shares is null)),
  constraint trustee_taken_before_key check (account_id is not null or (certificate is null and public_key is null and decryption is null))
);
create unique index trustee_one_place_a_person on ballot.trustee (district, box_id, account_id);

-- 密封票: encrypted papers by their fingerprint. No time, no sender, no serial; the chain of the archive is made of them in the order of their fingerprints.
create table ballot.sealed_paper (
  district char(6) not null,
  box_id uuid not null,
  tracker text not null,
  credential text not null,
  content text not null,
  primary key (district, box_id, tracker),
  constraint sealed_paper_of_box foreign key (district, box_id) references ballot.box (district, id),
  constraint sealed_paper_one_a_credential unique (district, box_id, credential),
  constraint sealed_paper_tracker_is_sha256 check (tracker ~ '^[0-9a-f]{64}$')
);
