-- The tables of the database, as a freshly migrated one has them. Written by `node tools/schema.ts` for reading and review;
-- the migrations in src/*/migrations make a database, this file does not. The job library's schema "pgboss" is not shown.
--
-- Every table leads its keys with `district` and is closed to every other district by row-level security (at the end of this file); the
-- few that belong to no district say so. "may" is what the application's role is granted; the owner that migrates is another role.


create schema platform;

-- may: select; of no district
create table platform.migration (
  name text not null,
  digest text not null,
  ran_at timestamp with time zone default now() not null,
  constraint migration_pkey PRIMARY KEY (name)
);

-- may: select, insert, update, delete
create table platform.journal_head (
  district character(6) not null,
  seq bigint not null,
  digest text not null,
  previous text,
  constraint journal_head_pkey PRIMARY KEY (district),
  constraint journal_head_seq_sound CHECK ((seq > 0))
);

-- may: select, insert
create table platform.journal_entry (
  district character(6) not null,
  seq bigint not null,
  at timestamp with time zone not null,
  actor text not null,
  post uuid,
  command text not null,
  command_id uuid not null,
  subject text not null,
  previous text not null,
  digest text not null,
  form smallint not null,
  key_id text not null,
  constraint journal_entry_pkey PRIMARY KEY (district, seq)
);

-- may: select, insert
create table platform.change (
  district character(6) not null,
  seq bigint not null,
  "position" integer not null,
  table_name text not null,
  key text not null,
  digest text,
  erased boolean default false not null,
  constraint change_pkey PRIMARY KEY (district, seq, "position"),
  constraint change_belongs_to_entry FOREIGN KEY (district, seq) REFERENCES platform.journal_entry(district, seq),
  constraint change_erased_has_no_digest CHECK (((NOT erased) OR (digest IS NULL)))
);
create index change_of_row on platform.change (district, table_name, key, seq DESC, "position" DESC);

-- may: select, insert, update, delete
create table platform.outcome (
  district character(6) not null,
  id uuid not null,
  command text not null,
  body_digest text not null,
  outcome jsonb,
  actor text not null,
  at timestamp with time zone default now() not null,
  constraint outcome_pkey PRIMARY KEY (district, id)
);

-- may: select, insert
create table platform.audit (
  district character(6) not null,
  id uuid not null,
  at timestamp with time zone default clock_timestamp() not null,
  actor text not null,
  command text not null,
  result text not null,
  code text,
  facts jsonb,
  source text,
  constraint audit_pkey PRIMARY KEY (district, id),
  constraint audit_result_known CHECK ((result = ANY (ARRAY['accepted'::text, 'refused'::text, 'denied'::text])))
);
create index audit_by_time on platform.audit (district, at DESC);

-- may: select, insert, update, delete
create table platform.file (
  district character(6) not null,
  digest text not null,
  size bigint not null,
  media_type text not null,
  name text not null,
  stored_at timestamp with time zone not null,
  constraint file_pkey PRIMARY KEY (district, digest),
  constraint file_digest_is_sha256 CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint file_size_positive CHECK ((size > 0))
);

-- may: select, insert, update, delete
create table platform.setting (
  district character(6) not null,
  name text not null,
  version integer not null,
  value jsonb not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  constraint setting_pkey PRIMARY KEY (district, name, version)
);

-- may: select, insert
create table platform.change_batch (
  district character(6) not null,
  seq bigint not null,
  "position" integer not null,
  table_name text not null,
  lines integer not null,
  keys text not null,
  digests bytea,
  erased boolean not null,
  constraint change_batch_pkey PRIMARY KEY (district, seq, "position"),
  constraint change_batch_belongs_to_entry FOREIGN KEY (district, seq) REFERENCES platform.journal_entry(district, seq),
  constraint change_batch_digest_for_each_line CHECK ((octet_length(digests) = (32 * lines))),
  constraint change_batch_erased_has_no_digests CHECK ((erased = (digests IS NULL))),
  constraint change_batch_of_some_lines CHECK ((lines > 0))
);
create index change_batch_of_table on platform.change_batch (district, table_name, seq);


create schema auth;

-- may: select, insert, update; of no district
create table auth.user (
  id uuid not null,
  name text not null,
  email text not null,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamp with time zone default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamp with time zone default CURRENT_TIMESTAMP not null,
  username text,
  "displayUsername" text,
  "twoFactorEnabled" boolean,
  constraint user_pkey PRIMARY KEY (id),
  constraint user_email_key UNIQUE (email),
  constraint user_username_key UNIQUE (username)
);

-- may: select, insert, update, delete; of no district
create table auth.session (
  id uuid not null,
  "expiresAt" timestamp with time zone not null,
  token text not null,
  "createdAt" timestamp with time zone default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamp with time zone not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null,
  "byProvider" boolean default false not null,
  "providerMfa" boolean default false not null,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_key UNIQUE (token),
  constraint "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE,
  constraint session_mfa_is_the_providers CHECK (("byProvider" OR (NOT "providerMfa")))
);
create index "session_userId_idx" on auth.session ("userId");

-- may: select, insert, update, delete; of no district
create table auth.account (
  id uuid not null,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamp with time zone,
  "refreshTokenExpiresAt" timestamp with time zone,
  scope text,
  password text,
  "createdAt" timestamp with time zone default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamp with time zone not null,
  constraint account_pkey PRIMARY KEY (id),
  constraint "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE,
  constraint account_keeps_no_token CHECK ((("accessToken" IS NULL) AND ("refreshToken" IS NULL) AND ("idToken" IS NULL)))
);
create unique index account_one_link_each on auth.account ("userId", "providerId");
create unique index account_one_per_subject on auth.account ("providerId", "accountId");
create index "account_userId_idx" on auth.account ("userId");

-- may: select, insert, update, delete; of no district
create table auth.verification (
  id uuid not null,
  identifier text not null,
  value text not null,
  "expiresAt" timestamp with time zone not null,
  "createdAt" timestamp with time zone default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamp with time zone default CURRENT_TIMESTAMP not null,
  constraint verification_pkey PRIMARY KEY (id)
);
create index verification_identifier_idx on auth.verification (identifier);

-- may: select, insert, update, delete; of no district
create table auth."twoFactor" (
  id uuid not null,
  secret text not null,
  "backupCodes" text not null,
  "userId" uuid not null,
  verified boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamp with time zone,
  constraint "twoFactor_pkey" PRIMARY KEY (id),
  constraint "twoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
);
create index "twoFactor_secret_idx" on auth."twoFactor" (secret);
create index "twoFactor_userId_idx" on auth."twoFactor" ("userId");

-- may: select, insert, update; of no district
create table auth.account_state (
  account_id uuid not null,
  is_setup boolean default false not null,
  must_change_password boolean default true not null,
  first_password_number integer default 1 not null,
  previous_password text,
  password_changed_at timestamp with time zone,
  locked_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint account_state_pkey PRIMARY KEY (account_id),
  constraint account_state_account_id_fkey FOREIGN KEY (account_id) REFERENCES auth."user"(id) ON DELETE CASCADE,
  constraint account_state_first_password_number_check CHECK ((first_password_number > 0))
);

-- may: select, insert, update, delete; of no district
create table auth.log_in_attempt (
  id uuid not null,
  account_key text not null,
  source_key text not null,
  at timestamp with time zone default clock_timestamp() not null,
  constraint log_in_attempt_pkey PRIMARY KEY (id)
);
create index log_in_attempt_by_account on auth.log_in_attempt (account_key, at);
create index log_in_attempt_by_source on auth.log_in_attempt (source_key, at);


create schema organisation;

-- may: select, insert, update, delete; of no district
create table organisation.district (
  district character(6) not null,
  name text not null,
  short_name text not null,
  province text default ''::text not null,
  city text default ''::text not null,
  government_name text not null,
  office_name text not null,
  demo_today date,
  constraint district_pkey PRIMARY KEY (district),
  constraint district_is_six_digits CHECK ((district ~ '^[0-9]{6}$'::text)),
  constraint district_name_sound CHECK ((name <> ''::text)),
  constraint district_not_the_global_one CHECK ((district <> '000000'::bpchar)),
  constraint district_short_name_sound CHECK ((short_name <> ''::text))
);

-- may: select, insert, update, delete
create table organisation.unit (
  district character(6) not null,
  id uuid not null,
  name text not null,
  name_key text not null,
  aliases text[] default '{}'::text[] not null,
  kind text not null,
  credit_code text,
  sort_order integer not null,
  is_active boolean default true not null,
  merged_into_id uuid,
  version integer default 1 not null,
  constraint unit_pkey PRIMARY KEY (district, id),
  constraint unit_merged_into_known FOREIGN KEY (district, merged_into_id) REFERENCES organisation.unit(district, id),
  constraint unit_kind_known CHECK ((kind = ANY (ARRAY['leadership'::text, 'department'::text, 'subdistrict'::text, 'township'::text, 'institution'::text, 'utility'::text, 'other'::text]))),
  constraint unit_merged_is_not_active CHECK (((merged_into_id IS NULL) OR (NOT is_active))),
  constraint unit_name_sound CHECK ((name <> ''::text))
);
create unique index unit_named_once on organisation.unit (district, name_key) WHERE (merged_into_id IS NULL);

-- may: select, insert, update, delete
create table organisation.person (
  district character(6) not null,
  id uuid not null,
  name text not null,
  phone text,
  phone_digest text,
  account_id uuid,
  version integer default 1 not null,
  constraint person_pkey PRIMARY KEY (district, id),
  constraint person_account_once UNIQUE (district, account_id),
  constraint person_name_sound CHECK ((name <> ''::text)),
  constraint person_phone_with_digest CHECK (((phone IS NULL) = (phone_digest IS NULL)))
);
create index person_by_phone on organisation.person (district, phone_digest);

-- may: select, insert, update, delete
create table organisation.post (
  district character(6) not null,
  id uuid not null,
  unit_id uuid,
  title text not null,
  kind text not null,
  roles text[] not null,
  stand_in_post_id uuid,
  is_active boolean default true not null,
  sort_order integer default 0 not null,
  version integer default 1 not null,
  constraint post_pkey PRIMARY KEY (district, id),
  constraint post_in_known_unit FOREIGN KEY (district, unit_id) REFERENCES organisation.unit(district, id),
  constraint post_stand_in_known FOREIGN KEY (district, stand_in_post_id) REFERENCES organisation.post(district, id),
  constraint post_kind_known CHECK ((kind = ANY (ARRAY['head'::text, 'deputy-head'::text, 'liaison'::text, 'leader'::text, 'office'::text, 'congress-office'::text, 'teller'::text, 'scrutineer'::text, 'system-admin'::text, 'security-admin'::text, 'audit-admin'::text, 'setup'::text]))),
  constraint post_no_own_stand_in CHECK ((stand_in_post_id <> id)),
  constraint post_one_administrator CHECK ((((((roles @> '{system-admin}'::text[]))::integer + ((roles @> '{security-admin}'::text[]))::integer) + ((roles @> '{audit-admin}'::text[]))::integer) <= 1)),
  constraint post_setup_role_only_by_kind CHECK (((roles @> '{setup}'::text[]) = (kind = 'setup'::text))),
  constraint post_title_sound CHECK ((title <> ''::text)),
  constraint post_without_unit_is_setup CHECK (((unit_id IS NULL) = (kind = 'setup'::text)))
);
create index post_of_unit on organisation.post (district, unit_id);

-- may: select, insert, update, delete
create table organisation.holding (
  district character(6) not null,
  id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  from_on date not null,
  to_on date,
  constraint holding_pkey PRIMARY KEY (district, id),
  constraint holding_by_known_person FOREIGN KEY (district, person_id) REFERENCES organisation.person(district, id),
  constraint holding_of_known_post FOREIGN KEY (district, post_id) REFERENCES organisation.post(district, id),
  constraint holding_ends_after_start CHECK (((to_on IS NULL) OR (to_on >= from_on)))
);
create index holding_of_person on organisation.holding (district, person_id);
create unique index holding_open_once on organisation.holding (district, post_id) WHERE (to_on IS NULL);

-- may: select, insert, update, delete; of no district
create table organisation.account_district (
  district character(6) not null,
  account_id uuid not null,
  roles text[] not null,
  constraint account_district_pkey PRIMARY KEY (district, account_id)
);
create index account_district_by_account on organisation.account_district (account_id);


create schema ballot;

-- may: select, insert, update, delete
create table ballot.session (
  district character(6) not null,
  id uuid not null,
  title text not null,
  for_year integer not null,
  opens_on date not null,
  state text default 'preparing'::text not null,
  sheet_version integer not null,
  sheet_state text not null,
  sheet_digest text,
  list_decision text,
  list_settled_on date,
  opened_at timestamp with time zone,
  version integer default 1 not null,
  constraint session_pkey PRIMARY KEY (district, id),
  constraint session_adopted_has_digest CHECK (((sheet_state = 'adopted'::text) = (sheet_digest IS NOT NULL))),
  constraint session_digest_is_sha256 CHECK ((sheet_digest ~ '^[0-9a-f]{64}$'::text)),
  constraint session_has_title CHECK ((title <> ''::text)),
  constraint session_list_settled_by_decision CHECK (((list_decision IS NULL) = (list_settled_on IS NULL))),
  constraint session_sheet_state_known CHECK ((sheet_state = ANY (ARRAY['draft'::text, 'presidium'::text, 'adopted'::text]))),
  constraint session_sits_by_adopted_sheet CHECK (((state = 'preparing'::text) OR ((sheet_state = 'adopted'::text) AND (list_settled_on IS NOT NULL)))),
  constraint session_state_known CHECK ((state = ANY (ARRAY['preparing'::text, 'sitting'::text, 'announced'::text])))
);

-- may: select, insert, update, delete
create table ballot.sheet (
  district character(6) not null,
  session_id uuid not null,
  sheet_version integer not null,
  content jsonb not null,
  state text not null,
  note text not null,
  made_by text not null,
  made_on date not null,
  constraint sheet_pkey PRIMARY KEY (district, session_id, sheet_version),
  constraint sheet_of_session FOREIGN KEY (district, session_id) REFERENCES ballot.session(district, id),
  constraint sheet_counts_up CHECK ((sheet_version > 0)),
  constraint sheet_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'presidium'::text, 'adopted'::text])))
);

-- may: select, insert, update, delete
create table ballot.roll (
  district character(6) not null,
  id uuid not null,
  session_id uuid not null,
  "position" integer not null,
  delegation text not null,
  name text not null,
  name_digest text not null,
  unit text,
  unit_digest text,
  attendance text default 'unknown'::text not null,
  leave_note text,
  slip_round integer,
  constraint roll_pkey PRIMARY KEY (district, id),
  constraint roll_of_session FOREIGN KEY (district, session_id) REFERENCES ballot.session(district, id),
  constraint roll_attendance_known CHECK ((attendance = ANY (ARRAY['unknown'::text, 'present'::text, 'leave'::text, 'absent'::text]))),
  constraint roll_in_delegation CHECK ((delegation <> ''::text)),
  constraint roll_note_of_a_leave CHECK (((leave_note IS NULL) OR (attendance = 'leave'::text))),
  constraint roll_slip_for_who_is_there CHECK (((slip_round IS NULL) OR ((slip_round > 0) AND (attendance = 'present'::text))))
);
create index roll_of_a_session on ballot.roll (district, session_id, "position");

-- may: select, insert, update, delete
create table ballot.candidate (
  district character(6) not null,
  id uuid not null,
  session_id uuid not null,
  "position" integer not null,
  name text not null,
  basis text default ''::text not null,
  content text default ''::text not null,
  investment text default ''::text not null,
  fund_source text default ''::text not null,
  place text default ''::text not null,
  finish_time text default ''::text not null,
  lead_unit text default ''::text not null,
  withdrawn_reason text,
  version integer default 1 not null,
  constraint candidate_pkey PRIMARY KEY (district, id),
  constraint candidate_of_session FOREIGN KEY (district, session_id) REFERENCES ballot.session(district, id),
  constraint candidate_has_name CHECK ((name <> ''::text))
);
create index candidate_of_a_session on ballot.candidate (district, session_id, "position");

-- may: select, insert, update, delete
create table ballot.opinion (
  district character(6) not null,
  id uuid not null,
  session_id uuid not null,
  candidate_id uuid,
  delegation text not null,
  body text not null,
  recorded_by text not null,
  recorded_on date not null,
  settlement text,
  settled_on date,
  constraint opinion_pkey PRIMARY KEY (district, id),
  constraint opinion_of_session FOREIGN KEY (district, session_id) REFERENCES ballot.session(district, id),
  constraint opinion_on_candidate FOREIGN KEY (district, candidate_id) REFERENCES ballot.candidate(district, id),
  constraint opinion_says_something CHECK (((body <> ''::text) AND (delegation <> ''::text))),
  constraint opinion_settled_on_a_day CHECK (((settlement IS NULL) = (settled_on IS NULL)))
);

-- may: select, insert, update, delete
create table ballot.officer (
  district character(6) not null,
  id uuid not null,
  session_id uuid not null,
  office text not null,
  name text not null,
  unit text not null,
  delegation text default ''::text not null,
  constraint officer_pkey PRIMARY KEY (district, id),
  constraint officer_of_session FOREIGN KEY (district, session_id) REFERENCES ballot.session(district, id),
  constraint officer_office_known CHECK ((office = ANY (ARRAY['chief-scrutineer'::text, 'scrutineer'::text, 'teller'::text])))
);
create unique index officer_one_chief on ballot.officer (district, session_id) WHERE (office = 'chief-scrutineer'::text);

-- may: select, insert, update, delete
create table ballot.round (
  district character(6) not null,
  id uuid not null,
  session_id uuid not null,
  "position" integer not null,
  cause text not null,
  after_id uuid,
  decision text not null,
  candidate_ids uuid[] not null,
  seats integer not null,
  max_marks integer not null,
  colour text not null,
  paper_size text not null,
  state text not null,
  roll_count integer not null,
  attending integer not null,
  issued integer,
  collected integer,
  source text default 'paper'::text not null,
  sheet jsonb,
  outcome jsonb,
  decided_by text,
  decided_on date,
  version integer default 1 not null,
  constraint round_pkey PRIMARY KEY (district, id),
  constraint round_in_order UNIQUE (district, session_id, "position"),
  constraint round_after_another FOREIGN KEY (district, after_id) REFERENCES ballot.round(district, id),
  constraint round_of_session FOREIGN KEY (district, session_id) REFERENCES ballot.session(district, id),
  constraint round_cause_known CHECK ((cause = ANY (ARRAY['first'::text, 'tie'::text, 'shortage'::text, 'void'::text]))),
  constraint round_decided_is_complete CHECK ((((state = 'decided'::text) = (outcome IS NOT NULL)) AND ((outcome IS NULL) = (sheet IS NULL)))),
  constraint round_papers_reconcile CHECK (((issued >= 0) AND (issued <= attending) AND ((collected IS NULL) OR (collected <= issued) OR ((outcome ->> 'valid'::text) = 'false'::text)))),
  constraint round_seats_for_candidates CHECK (((seats > 0) AND (cardinality(candidate_ids) > 0))),
  constraint round_second_is_linked CHECK ((((cause = 'first'::text) = (after_id IS NULL)) AND ((cause = 'first'::text) = ("position" = 1)))),
  constraint round_source_known CHECK ((source = ANY (ARRAY['paper'::text, 'keypad'::text, 'electronic'::text]))),
  constraint round_state_known CHECK ((state = ANY (ARRAY['issuing'::text, 'voting'::text, 'counting'::text, 'decided'::text]))),
  constraint round_within_roll CHECK (((attending >= 0) AND (attending <= roll_count)))
);

-- may: select, insert, update, delete
create table ballot.proceeding (
  district character(6) not null,
  id uuid not null,
  session_id uuid not null,
  round_id uuid,
  step text not null,
  note text default ''::text not null,
  skipped_reason text,
  undone_reason text,
  recorded_by text not null,
  recorded_at timestamp with time zone not null,
  constraint proceeding_pkey PRIMARY KEY (district, id),
  constraint proceeding_of_round FOREIGN KEY (district, round_id) REFERENCES ballot.round(district, id),
  constraint proceeding_of_session FOREIGN KEY (district, session_id) REFERENCES ballot.session(district, id),
  constraint proceeding_skip_says_why CHECK (((skipped_reason IS NULL) OR (skipped_reason <> ''::text)))
);
create unique index proceeding_once on ballot.proceeding (district, session_id, step, round_id) WHERE (undone_reason IS NULL);

-- may: select, insert, update, delete
create table ballot.paper_issue (
  district character(6) not null,
  round_id uuid not null,
  delegation text not null,
  papers integer not null,
  recorded_by text not null,
  constraint paper_issue_pkey PRIMARY KEY (district, round_id, delegation),
  constraint paper_issue_of_round FOREIGN KEY (district, round_id) REFERENCES ballot.round(district, id),
  constraint paper_issue_not_negative CHECK ((papers >= 0))
);

-- may: select, insert, update, delete
create table ballot.bundle (
  district character(6) not null,
  id uuid not null,
  round_id uuid not null,
  serial integer not null,
  figures jsonb,
  settled_by text,
  settled_reason text,
  version integer default 1 not null,
  constraint bundle_pkey PRIMARY KEY (district, id),
  constraint bundle_serial_once UNIQUE (district, round_id, serial),
  constraint bundle_of_round FOREIGN KEY (district, round_id) REFERENCES ballot.round(district, id),
  constraint bundle_settled_by_somebody CHECK (((figures IS NULL) = (settled_by IS NULL)))
);

-- may: select, insert, update, delete
create table ballot.bundle_entry (
  district character(6) not null,
  id uuid not null,
  bundle_id uuid not null,
  seat integer not null,
  account_id text not null,
  keyed_by text not null,
  keyed_at timestamp with time zone not null,
  figures jsonb not null,
  source_name text,
  source_digest text,
  withdrawn_reason text,
  withdrawn_by text,
  constraint bundle_entry_pkey PRIMARY KEY (district, id),
  constraint bundle_entry_of_bundle FOREIGN KEY (district, bundle_id) REFERENCES ballot.bundle(district, id),
  constraint bundle_entry_first_or_second CHECK ((seat = ANY (ARRAY[1, 2]))),
  constraint bundle_entry_withdrawn_says_why CHECK (((withdrawn_reason IS NULL) = (withdrawn_by IS NULL)))
);
create unique index bundle_entry_one_a_person on ballot.bundle_entry (district, bundle_id, account_id) WHERE (withdrawn_reason IS NULL);
create unique index bundle_entry_one_a_seat on ballot.bundle_entry (district, bundle_id, seat) WHERE (withdrawn_reason IS NULL);

-- may: select, insert, update, delete
create table ballot.notice (
  district character(6) not null,
  id uuid not null,
  session_id uuid not null,
  serial integer not null,
  supersedes_id uuid,
  reason text,
  content jsonb not null,
  signed_by text not null,
  signed_on date not null,
  recorded_by text not null,
  digest text not null,
  constraint notice_pkey PRIMARY KEY (district, id),
  constraint notice_serial_once UNIQUE (district, session_id, serial),
  constraint notice_superseded_once UNIQUE (district, supersedes_id),
  constraint notice_of_another FOREIGN KEY (district, supersedes_id) REFERENCES ballot.notice(district, id),
  constraint notice_of_session FOREIGN KEY (district, session_id) REFERENCES ballot.session(district, id),
  constraint notice_correction_says_why CHECK (((supersedes_id IS NULL) = (reason IS NULL))),
  constraint notice_signed CHECK ((signed_by <> ''::text))
);

-- may: select, insert, update, delete
create table ballot.undoing (
  district character(6) not null,
  id uuid not null,
  session_id uuid not null,
  what text not null,
  subject_id uuid not null,
  before jsonb not null,
  reason text not null,
  recorded_by text not null,
  recorded_at timestamp with time zone not null,
  constraint undoing_pkey PRIMARY KEY (district, id),
  constraint undoing_of_session FOREIGN KEY (district, session_id) REFERENCES ballot.session(district, id),
  constraint undoing_says_why CHECK ((reason <> ''::text))
);

-- may: select, insert, update, delete
create table ballot.box (
  district character(6) not null,
  id uuid not null,
  round_id uuid not null,
  election_uuid text not null,
  state text default 'keys'::text not null,
  name text not null,
  form text not null,
  questions jsonb not null,
  candidate_ids uuid[] not null,
  trustee_count integer not null,
  threshold integer,
  moment bigint not null,
  admitted integer,
  election text,
  trustees text,
  credentials text,
  tally text,
  result jsonb,
  abandoned_reason text,
  version integer default 1 not null,
  constraint box_pkey PRIMARY KEY (district, id),
  constraint box_election_once UNIQUE (district, election_uuid),
  constraint box_of_round FOREIGN KEY (district, round_id) REFERENCES ballot.round(district, id),
  constraint box_abandoned_says_why CHECK (((state = 'abandoned'::text) = (abandoned_reason IS NOT NULL))),
  constraint box_closed_with_tally CHECK ((((state = ANY (ARRAY['closed'::text, 'counted'::text])) = (tally IS NOT NULL)) OR (state = 'abandoned'::text))),
  constraint box_counted_with_result CHECK ((((state = 'counted'::text) = (result IS NOT NULL)) OR (state = 'abandoned'::text))),
  constraint box_credentials_before_voting CHECK (((state = ANY (ARRAY['keys'::text, 'credentials'::text, 'abandoned'::text])) OR (credentials IS NOT NULL))),
  constraint box_election_named CHECK ((election_uuid ~ '^[1-9A-HJ-NP-Za-km-z]{14,}$'::text)),
  constraint box_form_known CHECK ((form = ANY (ARRAY['tick'::text, 'approve'::text]))),
  constraint box_keys_before_credentials CHECK (((state = ANY (ARRAY['keys'::text, 'abandoned'::text])) OR ((election IS NOT NULL) AND (trustees IS NOT NULL)))),
  constraint box_opened_with_number CHECK (((state <> ALL (ARRAY['open'::text, 'closed'::text, 'counted'::text])) OR (admitted IS NOT NULL))),
  constraint box_state_known CHECK ((state = ANY (ARRAY['keys'::text, 'credentials'::text, 'ready'::text, 'open'::text, 'closed'::text, 'counted'::text, 'abandoned'::text]))),
  constraint box_threshold_within_trustees CHECK (((threshold >= 1) AND (threshold <= trustee_count)))
);
create unique index box_one_a_round on ballot.box (district, round_id) WHERE (abandoned_reason IS NULL);

-- may: select, insert, update, delete
create table ballot.trustee (
  district character(6) not null,
  box_id uuid not null,
  "position" integer not null,
  title text not null,
  account_id text,
  certificate text,
  coefficients text,
  shares jsonb,
  public_key text,
  decryption text,
  version integer default 1 not null,
  constraint trustee_pkey PRIMARY KEY (district, box_id, "position"),
  constraint trustee_of_box FOREIGN KEY (district, box_id) REFERENCES ballot.box(district, id),
  constraint trustee_counts_from_one CHECK (("position" > 0)),
  constraint trustee_in_order CHECK ((((coefficients IS NULL) OR (certificate IS NOT NULL)) AND ((coefficients IS NULL) = (shares IS NULL)))),
  constraint trustee_named CHECK ((title <> ''::text)),
  constraint trustee_taken_before_key CHECK (((account_id IS NOT NULL) OR ((certificate IS NULL) AND (public_key IS NULL) AND (decryption IS NULL))))
);
create unique index trustee_one_place_a_person on ballot.trustee (district, box_id, account_id);

-- may: select, insert, delete
create table ballot.sealed_paper (
  district character(6) not null,
  box_id uuid not null,
  tracker text not null,
  credential text not null,
  content text not null,
  constraint sealed_paper_pkey PRIMARY KEY (district, box_id, tracker),
  constraint sealed_paper_one_a_credential UNIQUE (district, box_id, credential),
  constraint sealed_paper_of_box FOREIGN KEY (district, box_id) REFERENCES ballot.box(district, id),
  constraint sealed_paper_tracker_is_sha256 CHECK ((tracker ~ '^[0-9a-f]{64}$'::text))
);


create schema programme;

-- may: select, insert, update, delete
create table programme.programme (
  district character(6) not null,
  id uuid not null,
  year integer not null,
  kind text not null,
  origin text not null,
  title text not null,
  from_on date not null,
  to_on date not null,
  state text default 'draft'::text not null,
  draft jsonb,
  source_name text default ''::text not null,
  source_digest text,
  frozen_on date,
  frozen_by text,
  frozen_reason text,
  digest text,
  version integer default 1 not null,
  constraint programme_pkey PRIMARY KEY (district, id),
  constraint programme_frozen_is_complete CHECK ((((state = 'draft'::text) AND (draft IS NOT NULL) AND (digest IS NULL)) OR ((state = 'frozen'::text) AND (draft IS NULL) AND (digest IS NOT NULL) AND (frozen_on IS NOT NULL) AND (frozen_by IS NOT NULL)))),
  constraint programme_kind_known CHECK ((kind = ANY (ARRAY['ten-things'::text, 'special-action'::text, 'superior-project'::text]))),
  constraint programme_origin_known CHECK ((origin = ANY (ARRAY['voted'::text, 'government'::text]))),
  constraint programme_period_in_order CHECK ((from_on <= to_on)),
  constraint programme_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'frozen'::text])))
);
create unique index programme_one_yearly_list on programme.programme (district, year) WHERE (kind = 'ten-things'::text);

-- may: select, insert, update, delete
create table programme.project (
  district character(6) not null,
  id uuid not null,
  programme_id uuid not null,
  no text not null,
  "position" integer not null,
  name text not null,
  text text not null,
  lead_unit_id uuid,
  supporting_unit_ids uuid[] default '{}'::uuid[] not null,
  levels text[] default '{district}'::text[] not null,
  note text,
  phrases jsonb default '[]'::jsonb not null,
  commitments jsonb default '[]'::jsonb not null,
  progress jsonb,
  progress_as_of date,
  constraint project_pkey PRIMARY KEY (district, id),
  constraint project_no_once UNIQUE (district, programme_id, no),
  constraint project_of_programme FOREIGN KEY (district, programme_id) REFERENCES programme.programme(district, id),
  constraint project_has_name CHECK ((name <> ''::text))
);

-- may: select, insert, update, delete
create table programme.promise (
  district character(6) not null,
  id uuid not null,
  project_id uuid not null,
  "position" integer not null,
  verb text not null,
  object text not null,
  measure text not null,
  direction text not null,
  target numeric,
  target_max numeric,
  measure_unit text not null,
  approx boolean not null,
  bound text not null,
  start_at integer,
  end_at integer,
  counting_rule jsonb,
  quarter_targets numeric[] default '{}'::numeric[] not null,
  due_on date,
  settled_later boolean default false not null,
  constraint promise_pkey PRIMARY KEY (district, id),
  constraint promise_of_project FOREIGN KEY (district, project_id) REFERENCES programme.project(district, id),
  constraint promise_bound_known CHECK ((bound = ANY (ARRAY['exact'::text, 'at_least'::text, 'at_most'::text]))),
  constraint promise_direction_known CHECK ((direction = ANY (ARRAY['higher'::text, 'lower'::text]))),
  constraint promise_measure_known CHECK ((measure = ANY (ARRAY['cumulative'::text, 'stock'::text, 'milestone-set'::text, 'ratio'::text]))),
  constraint promise_range_in_order CHECK (((target_max IS NULL) OR (target_max >= target)))
);
create index promise_by_project on programme.promise (district, project_id);

-- may: select, insert, update, delete
create table programme.step (
  district character(6) not null,
  id uuid not null,
  promise_id uuid not null,
  "position" integer not null,
  title text not null,
  due_on date,
  weight numeric not null,
  constraint step_pkey PRIMARY KEY (district, id),
  constraint step_of_promise FOREIGN KEY (district, promise_id) REFERENCES programme.promise(district, id),
  constraint step_weight_positive CHECK (((weight > (0)::numeric) AND (weight <= (100)::numeric)))
);

-- may: select, insert, update, delete
create table programme.adjustment (
  district character(6) not null,
  id uuid not null,
  programme_id uuid not null,
  promise_id uuid not null,
  "position" integer not null,
  kind text not null,
  after jsonb not null,
  reason text not null,
  decided_by text not null,
  decision text not null,
  document_no text not null,
  decided_on date not null,
  document_digest text,
  made_by text not null,
  made_on date not null,
  constraint adjustment_pkey PRIMARY KEY (district, id),
  constraint adjustment_in_order UNIQUE (district, promise_id, "position"),
  constraint adjustment_of_promise FOREIGN KEY (district, promise_id) REFERENCES programme.promise(district, id),
  constraint adjustment_body_known CHECK ((decided_by = ANY (ARRAY['standing-committee'::text, 'government-meeting'::text]))),
  constraint adjustment_kind_known CHECK ((kind = ANY (ARRAY['target'::text, 'deadline'::text, 'content'::text, 'termination'::text]))),
  constraint adjustment_names_decision CHECK (((decision <> ''::text) AND (document_no <> ''::text) AND (reason <> ''::text)))
);

-- may: select, insert, update, delete
create table programme.overseeing (
  district character(6) not null,
  id uuid not null,
  project_id uuid not null,
  "position" integer not null,
  post_id uuid,
  from_on date not null,
  set_by text not null,
  set_on date not null,
  constraint overseeing_pkey PRIMARY KEY (district, id),
  constraint overseeing_in_order UNIQUE (district, project_id, "position"),
  constraint overseeing_by_known_post FOREIGN KEY (district, post_id) REFERENCES organisation.post(district, id),
  constraint overseeing_of_project FOREIGN KEY (district, project_id) REFERENCES programme.project(district, id)
);

-- may: select, insert, update, delete
create table programme.responsible_change (
  district character(6) not null,
  id uuid not null,
  project_id uuid not null,
  "position" integer not null,
  before_lead_unit_id uuid,
  before_supporting_unit_ids uuid[] not null,
  lead_unit_id uuid not null,
  supporting_unit_ids uuid[] not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  constraint responsible_change_pkey PRIMARY KEY (district, id),
  constraint responsible_change_in_order UNIQUE (district, project_id, "position"),
  constraint responsible_change_of_project FOREIGN KEY (district, project_id) REFERENCES programme.project(district, id),
  constraint responsible_change_to_known_unit FOREIGN KEY (district, lead_unit_id) REFERENCES organisation.unit(district, id),
  constraint responsible_change_leads_or_supports CHECK ((NOT (lead_unit_id = ANY (supporting_unit_ids)))),
  constraint responsible_change_with_reason CHECK ((reason <> ''::text))
);


create schema planning;

-- may: select, insert, update, delete
create table planning.area (
  district character(6) not null,
  id uuid not null,
  kind text not null,
  name text not null,
  name_key text not null,
  parent_id uuid,
  code character(12),
  version integer default 1 not null,
  constraint area_pkey PRIMARY KEY (district, id),
  constraint area_parent_known FOREIGN KEY (district, parent_id) REFERENCES planning.area(district, id),
  constraint area_code_of_the_district CHECK (((code ~ '^[0-9]{12}$'::text) AND ("left"((code)::text, 6) = (district)::text))),
  constraint area_estate_without_code CHECK (((kind <> 'estate'::text) OR (code IS NULL))),
  constraint area_kind_known CHECK ((kind = ANY (ARRAY['township'::text, 'subdistrict'::text, 'village'::text, 'community'::text, 'estate'::text]))),
  constraint area_name_sound CHECK ((name <> ''::text)),
  constraint area_not_its_own_parent CHECK ((parent_id <> id)),
  constraint area_only_townships_stand_alone CHECK (((kind = ANY (ARRAY['township'::text, 'subdistrict'::text])) = (parent_id IS NULL)))
);
create unique index area_code_once on planning.area (district, code) WHERE (code IS NOT NULL);
create unique index area_named_once on planning.area (district, parent_id, name_key) NULLS NOT DISTINCT;

-- may: select, insert, update, delete
create table planning.outline (
  district character(6) not null,
  geometry jsonb not null,
  source text not null,
  review_no text,
  set_by text not null,
  set_on date not null,
  version integer default 1 not null,
  constraint outline_pkey PRIMARY KEY (district),
  constraint outline_is_an_area CHECK ((COALESCE((geometry ->> 'type'::text), ''::text) = ANY (ARRAY['Polygon'::text, 'MultiPolygon'::text]))),
  constraint outline_source_sound CHECK ((source <> ''::text))
);

-- may: select, insert, update, delete
create table planning.site (
  district character(6) not null,
  id uuid not null,
  project_id uuid not null,
  promise_id uuid,
  area_id uuid,
  kind text not null,
  name text not null,
  name_key text not null,
  stage text not null,
  geometry jsonb,
  sealed_geometry text,
  captured_in text,
  is_public boolean not null,
  version integer default 1 not null,
  constraint site_pkey PRIMARY KEY (district, id),
  constraint site_area_known FOREIGN KEY (district, area_id) REFERENCES planning.area(district, id),
  constraint site_captured_in_known CHECK ((captured_in = ANY (ARRAY['wgs84'::text, 'gcj02'::text, 'bd09'::text]))),
  constraint site_geometry_known CHECK (((geometry IS NULL) OR (COALESCE((geometry ->> 'type'::text), ''::text) = ANY (ARRAY['Point'::text, 'LineString'::text, 'MultiLineString'::text, 'Polygon'::text, 'MultiPolygon'::text])))),
  constraint site_geometry_says_its_system CHECK ((((geometry IS NOT NULL) OR (sealed_geometry IS NOT NULL)) = (captured_in IS NOT NULL))),
  constraint site_kind_known CHECK ((kind = ANY (ARRAY['housing'::text, 'road'::text, 'pipe'::text, 'parking'::text, 'green'::text, 'education'::text, 'health'::text, 'care'::text, 'culture'::text, 'employment'::text, 'shelter'::text, 'market'::text, 'village-works'::text, 'other'::text, 'water-source'::text, 'water-plant'::text, 'water-intake'::text, 'water-supply'::text]))),
  constraint site_name_sound CHECK ((name <> ''::text)),
  constraint site_stage_known CHECK ((stage = ANY (ARRAY['not-begun'::text, 'under-way'::text, 'done'::text]))),
  constraint site_water_geometry_is_sealed CHECK (
CASE
    WHEN (kind = ANY (ARRAY['water-source'::text, 'water-plant'::text, 'water-intake'::text, 'water-supply'::text])) THEN (geometry IS NULL)
    ELSE (sealed_geometry IS NULL)
END)
);
create unique index site_named_once on planning.site (district, project_id, name_key);
create index site_of_area on planning.site (district, area_id);

-- may: select, insert, update, delete
create table planning.site_change (
  district character(6) not null,
  site_id uuid not null,
  change_no integer not null,
  act text not null,
  name text not null,
  changes jsonb not null,
  reason text,
  by_name text not null,
  by_post text not null,
  on_day date not null,
  constraint site_change_pkey PRIMARY KEY (district, site_id, change_no),
  constraint site_change_act_known CHECK ((act = ANY (ARRAY['recorded'::text, 'changed'::text, 'imported'::text, 'removed'::text]))),
  constraint site_change_counts_from_one CHECK ((change_no > 0)),
  constraint site_removed_with_reason CHECK (((act <> 'removed'::text) OR (reason <> ''::text)))
);

-- may: select, insert, update, delete
create table planning.task (
  district character(6) not null,
  id uuid not null,
  programme_id uuid not null,
  project_id uuid not null,
  promise_id uuid,
  "position" integer not null,
  name text not null,
  name_key text not null,
  content text not null,
  overseeing_post_id uuid,
  post_id uuid,
  contact_post_id uuid,
  start_on date,
  due_on date not null,
  version integer default 1 not null,
  constraint task_pkey PRIMARY KEY (district, id),
  constraint task_in_order UNIQUE (district, project_id, "position") DEFERRABLE INITIALLY DEFERRED,
  constraint task_named_once UNIQUE (district, project_id, name_key) DEFERRABLE INITIALLY DEFERRED,
  constraint task_borne_by_known_post FOREIGN KEY (district, post_id) REFERENCES organisation.post(district, id),
  constraint task_contact_is_known_post FOREIGN KEY (district, contact_post_id) REFERENCES organisation.post(district, id),
  constraint task_of_programme FOREIGN KEY (district, programme_id) REFERENCES programme.programme(district, id),
  constraint task_overseen_by_known_post FOREIGN KEY (district, overseeing_post_id) REFERENCES organisation.post(district, id),
  constraint task_name_sound CHECK ((name <> ''::text)),
  constraint task_position_not_negative CHECK (("position" >= 0)),
  constraint task_starts_before_it_is_due CHECK ((start_on <= due_on))
);
create index task_of_list on planning.task (district, programme_id);

-- may: select, insert, update, delete
create table planning.task_unit (
  district character(6) not null,
  task_id uuid not null,
  "position" integer not null,
  unit_id uuid not null,
  constraint task_unit_pkey PRIMARY KEY (district, task_id, "position"),
  constraint task_unit_once UNIQUE (district, task_id, unit_id),
  constraint task_unit_known FOREIGN KEY (district, unit_id) REFERENCES organisation.unit(district, id),
  constraint task_unit_of_task FOREIGN KEY (district, task_id) REFERENCES planning.task(district, id),
  constraint task_unit_position_not_negative CHECK (("position" >= 0))
);
create index task_of_unit on planning.task_unit (district, unit_id);

-- may: select, insert, update, delete
create table planning.task_fund (
  district character(6) not null,
  task_id uuid not null,
  source text not null,
  yuan numeric(16,2) not null,
  constraint task_fund_pkey PRIMARY KEY (district, task_id, source),
  constraint task_fund_of_task FOREIGN KEY (district, task_id) REFERENCES planning.task(district, id),
  constraint task_fund_is_money CHECK ((yuan > (0)::numeric)),
  constraint task_fund_source_known CHECK ((source = ANY (ARRAY['central'::text, 'province'::text, 'city'::text, 'district'::text, 'bond'::text, 'society'::text])))
);

-- may: select, insert, update, delete
create table planning.task_goal (
  district character(6) not null,
  task_id uuid not null,
  quarter integer not null,
  goal text not null,
  constraint task_goal_pkey PRIMARY KEY (district, task_id, quarter),
  constraint task_goal_of_task FOREIGN KEY (district, task_id) REFERENCES planning.task(district, id),
  constraint task_goal_quarter_sound CHECK (((quarter >= 1) AND (quarter <= 4))),
  constraint task_goal_sound CHECK ((goal <> ''::text))
);

-- may: select, insert, update, delete
create table planning.task_site (
  district character(6) not null,
  task_id uuid not null,
  site_id uuid not null,
  constraint task_site_pkey PRIMARY KEY (district, task_id, site_id),
  constraint task_site_known FOREIGN KEY (district, site_id) REFERENCES planning.site(district, id),
  constraint task_site_of_task FOREIGN KEY (district, task_id) REFERENCES planning.task(district, id)
);
create index task_at_site on planning.task_site (district, site_id);

-- may: select, insert, update, delete
create table planning.claim (
  district character(6) not null,
  task_id uuid not null,
  claim_no integer not null,
  act text not null,
  unit_id uuid not null,
  reason text,
  by_name text not null,
  by_post text not null,
  on_day date not null,
  constraint claim_pkey PRIMARY KEY (district, task_id, claim_no),
  constraint claim_act_known CHECK ((act = ANY (ARRAY['claimed'::text, 'declined'::text, 'withdrawn'::text, 'reopened'::text]))),
  constraint claim_counts_from_one CHECK ((claim_no > 0)),
  constraint claim_refused_with_reason CHECK (((act <> ALL (ARRAY['declined'::text, 'withdrawn'::text])) OR (reason <> ''::text)))
);

-- may: select, insert, update, delete
create table planning.task_change (
  district character(6) not null,
  task_id uuid not null,
  change_no integer not null,
  project_id uuid not null,
  act text not null,
  name text not null,
  changes jsonb not null,
  reason text,
  by_name text not null,
  by_post text not null,
  on_day date not null,
  constraint task_change_pkey PRIMARY KEY (district, task_id, change_no),
  constraint task_change_act_known CHECK ((act = ANY (ARRAY['set-up'::text, 'changed'::text, 'moved'::text, 'imported'::text, 'posts'::text, 'removed'::text]))),
  constraint task_change_counts_from_one CHECK ((change_no > 0)),
  constraint task_removed_with_reason CHECK (((act <> 'removed'::text) OR (reason <> ''::text)))
);
create index task_change_of_project on planning.task_change (district, project_id);

-- may: select, insert, update, delete
create table planning.holiday_year (
  district character(6) not null,
  year integer not null,
  entry_no integer not null,
  document text not null,
  days_off jsonb not null,
  makeup jsonb not null,
  statutory jsonb not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  constraint holiday_year_pkey PRIMARY KEY (district, year, entry_no),
  constraint holiday_year_counts_from_one CHECK ((entry_no > 0)),
  constraint holiday_year_has_document CHECK ((document <> ''::text)),
  constraint holiday_year_sound CHECK (((year >= 2024) AND (year <= 2099))),
  constraint holiday_year_with_reason CHECK ((reason <> ''::text))
);

-- may: select, insert, update, delete
create table planning.calendar (
  district character(6) not null,
  key text not null,
  calendar_version integer not null,
  title text not null,
  weekdays integer[] not null,
  free text not null,
  seasons jsonb not null,
  closed jsonb not null,
  closed_known_until date,
  quiet_hours jsonb not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  constraint calendar_pkey PRIMARY KEY (district, key, calendar_version),
  constraint calendar_counts_from_one CHECK ((calendar_version > 0)),
  constraint calendar_free_known CHECK ((free = ANY (ARRAY['off'::text, 'statutory'::text, 'none'::text]))),
  constraint calendar_has_weekdays CHECK (((cardinality(weekdays) >= 1) AND (cardinality(weekdays) <= 7) AND (weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7]))),
  constraint calendar_key_sound CHECK (((key ~ '^[a-z0-9-]{2,60}$'::text) AND (key <> 'site'::text))),
  constraint calendar_title_sound CHECK ((title <> ''::text)),
  constraint calendar_with_reason CHECK ((reason <> ''::text))
);

-- may: select, insert, update, delete
create table planning.place_calendar (
  district character(6) not null,
  place_id uuid not null,
  calendar text not null,
  set_by text not null,
  set_on date not null,
  version integer default 1 not null,
  constraint place_calendar_pkey PRIMARY KEY (district, place_id)
);

-- may: select, insert, update, delete
create table planning.network (
  district character(6) not null,
  project_id uuid not null,
  version integer default 1 not null,
  constraint network_pkey PRIMARY KEY (district, project_id)
);

-- may: select, insert, update, delete
create table planning.network_change (
  district character(6) not null,
  project_id uuid not null,
  network_version integer not null,
  changes jsonb not null,
  reason text,
  by_name text not null,
  by_post text not null,
  on_day date not null,
  constraint network_change_pkey PRIMARY KEY (district, project_id, network_version),
  constraint network_change_counts_from_one CHECK ((network_version > 0))
);

-- may: select, insert, update, delete
create table planning.activity (
  district character(6) not null,
  id uuid not null,
  project_id uuid not null,
  task_id uuid not null,
  site_id uuid,
  "position" integer not null,
  name text not null,
  days integer not null,
  calendar text not null,
  is_milestone boolean not null,
  gate text,
  not_before date,
  finish_by date,
  pinned_on date,
  started_on date,
  finished_on date,
  remaining_days integer,
  evidence text[] default '{}'::text[] not null,
  legal_minimum jsonb,
  shorter_because text,
  version integer default 1 not null,
  constraint activity_pkey PRIMARY KEY (district, id),
  constraint activity_in_its_project UNIQUE (district, project_id, id),
  constraint activity_task_known FOREIGN KEY (district, task_id) REFERENCES planning.task(district, id),
  constraint activity_finished_after_start CHECK (((finished_on IS NULL) OR ((started_on IS NOT NULL) AND (finished_on >= started_on)))),
  constraint activity_gate_sound CHECK ((gate <> ''::text)),
  constraint activity_milestone_finished_with_evidence CHECK (((NOT is_milestone) OR (finished_on IS NULL) OR (cardinality(evidence) > 0))),
  constraint activity_name_sound CHECK ((name <> ''::text)),
  constraint activity_position_sound CHECK (("position" > 0)),
  constraint activity_remaining_sound CHECK ((remaining_days > 0)),
  constraint activity_remaining_while_under_way CHECK (((remaining_days IS NULL) OR ((started_on IS NOT NULL) AND (finished_on IS NULL)))),
  constraint activity_shorter_with_reason CHECK (((legal_minimum IS NULL) OR (days >= ((legal_minimum ->> 'days'::text))::integer) OR (COALESCE(shorter_because, ''::text) <> ''::text))),
  constraint activity_takes_days CHECK ((days > 0)),
  constraint activity_window_in_order CHECK ((finish_by >= not_before))
);
create index activity_of_task on planning.activity (district, task_id);

-- may: select, insert, update, delete
create table planning.activity_link (
  district character(6) not null,
  project_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  type text not null,
  lag integer not null,
  lag_calendar text,
  constraint activity_link_pkey PRIMARY KEY (district, from_id, to_id, type),
  constraint link_from_same_project FOREIGN KEY (district, project_id, from_id) REFERENCES planning.activity(district, project_id, id),
  constraint link_to_same_project FOREIGN KEY (district, project_id, to_id) REFERENCES planning.activity(district, project_id, id),
  constraint link_not_to_itself CHECK ((from_id <> to_id)),
  constraint link_type_known CHECK ((type = ANY (ARRAY['FS'::text, 'SS'::text, 'FF'::text, 'SF'::text])))
);

-- may: select, insert, update, delete
create table planning.baseline (
  district character(6) not null,
  project_id uuid not null,
  no integer not null,
  dates jsonb not null,
  digest character(64) not null,
  reason text not null,
  locked_by text not null,
  locked_on date not null,
  constraint baseline_pkey PRIMARY KEY (district, project_id, no),
  constraint baseline_counts_from_one CHECK ((no > 0)),
  constraint baseline_digest_sound CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint baseline_with_reason CHECK ((reason <> ''::text))
);

-- may: select, insert, update, delete
create table planning.day_node (
  district character(6) not null,
  activity_id uuid not null,
  on_day date not null,
  planned text not null,
  state text not null,
  done text not null,
  note text not null,
  photos text[] default '{}'::text[] not null,
  by_name text not null,
  by_post text not null,
  version integer default 1 not null,
  constraint day_node_pkey PRIMARY KEY (district, activity_id, on_day),
  constraint day_node_of_activity FOREIGN KEY (district, activity_id) REFERENCES planning.activity(district, id),
  constraint day_node_says_why_not CHECK (((state <> ALL (ARRAY['partly'::text, 'not-done'::text])) OR (note <> ''::text))),
  constraint day_node_state_known CHECK ((state = ANY (ARRAY['planned'::text, 'done'::text, 'partly'::text, 'not-done'::text])))
);

-- may: select, insert, update, delete
create table planning.step_plan (
  district character(6) not null,
  project_id uuid not null,
  plan_no integer not null,
  steps jsonb not null,
  reason text,
  set_by text not null,
  set_on date not null,
  constraint step_plan_pkey PRIMARY KEY (district, project_id, plan_no),
  constraint step_plan_changed_with_reason CHECK (((plan_no = 1) OR (reason <> ''::text))),
  constraint step_plan_counts_from_one CHECK ((plan_no > 0)),
  constraint step_plan_has_steps CHECK (((jsonb_typeof(steps) = 'array'::text) AND (jsonb_array_length(steps) > 0)))
);

-- may: select, insert, update, delete
create table planning.step_override (
  district character(6) not null,
  site_id uuid not null,
  step_id uuid not null,
  weight integer not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  constraint step_override_pkey PRIMARY KEY (district, site_id, step_id),
  constraint step_override_of_site FOREIGN KEY (district, site_id) REFERENCES planning.site(district, id),
  constraint step_override_not_negative CHECK ((weight >= 0)),
  constraint step_override_with_reason CHECK ((reason <> ''::text))
);

-- may: select, insert, update, delete
create table planning.step_act (
  district character(6) not null,
  site_id uuid not null,
  step_id uuid not null,
  act_no integer not null,
  act text not null,
  done_on date,
  evidence text[] default '{}'::text[] not null,
  reason text,
  by_name text not null,
  by_post text not null,
  on_day date not null,
  constraint step_act_pkey PRIMARY KEY (district, site_id, step_id, act_no),
  constraint step_act_counts_from_one CHECK ((act_no > 0)),
  constraint step_act_known CHECK ((act = ANY (ARRAY['done'::text, 'undone'::text]))),
  constraint step_done_with_evidence CHECK (((act <> 'done'::text) OR ((done_on IS NOT NULL) AND (evidence <> '{}'::text[])))),
  constraint step_evidence_digests CHECK ((array_to_string(evidence, ''::text) ~ '^[0-9a-f]*$'::text)),
  constraint step_not_done_in_future CHECK ((done_on <= on_day)),
  constraint step_undone_with_reason CHECK (((act <> 'undone'::text) OR (reason <> ''::text)))
);

-- may: select, insert, update, delete
create table planning.template (
  district character(6) not null,
  key text not null,
  version_no integer not null,
  title text not null,
  kind text not null,
  steps jsonb not null,
  is_active boolean not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  constraint template_pkey PRIMARY KEY (district, key, version_no),
  constraint template_counts_from_one CHECK ((version_no > 0)),
  constraint template_has_steps CHECK (((jsonb_typeof(steps) = 'array'::text) AND (jsonb_array_length(steps) > 0))),
  constraint template_key_sound CHECK ((key <> ''::text)),
  constraint template_kind_known CHECK ((kind = ANY (ARRAY['engineering'::text, 'service'::text, 'events'::text, 'purchase'::text, 'survey'::text]))),
  constraint template_title_sound CHECK ((title <> ''::text)),
  constraint template_with_reason CHECK ((reason <> ''::text))
);


create schema delivery;

-- may: select, insert, update, delete
create table delivery.report (
  district character(6) not null,
  id uuid not null,
  programme_id uuid not null,
  promise_id uuid not null,
  as_of date not null,
  value_kind text,
  value numeric,
  denominator numeric,
  measure_unit text not null,
  in_measure boolean not null,
  stage text,
  before_output boolean not null,
  steps_done uuid[] default '{}'::uuid[] not null,
  body text not null,
  evidence text[] default '{}'::text[] not null,
  overrides jsonb default '[]'::jsonb not null,
  state text not null,
  supersedes uuid,
  correction_reason text,
  unit_id uuid,
  submitted_by text not null,
  submitted_at timestamp with time zone not null,
  on_behalf boolean not null,
  decided_by text,
  decided_at timestamp with time zone,
  sent_back_reason text,
  version integer default 1 not null,
  source jsonb,
  unchanged boolean,
  submitter_id text,
  unit_reviewed_by text,
  unit_reviewed_at timestamp with time zone,
  behind_reason text,
  behind_until date,
  constraint report_pkey PRIMARY KEY (district, id),
  constraint report_supersedes_known FOREIGN KEY (district, supersedes) REFERENCES delivery.report(district, id),
  constraint report_adopted_by_somebody CHECK (((state <> 'adopted'::text) OR ((decided_by IS NOT NULL) AND (decided_at IS NOT NULL)))),
  constraint report_behind_until_with_reason CHECK (((behind_until IS NULL) OR (behind_reason IS NOT NULL))),
  constraint report_corrects_with_reason CHECK (((supersedes IS NULL) = (correction_reason IS NULL))),
  constraint report_digests CHECK ((array_to_string(evidence, ''::text) ~ '^[0-9a-f]*$'::text)),
  constraint report_sent_back_with_reason CHECK (((state <> 'sent-back'::text) OR (sent_back_reason IS NOT NULL))),
  constraint report_source_is_on_behalf CHECK (((source IS NULL) OR on_behalf)),
  constraint report_state_known CHECK ((state = ANY (ARRAY['proposed'::text, 'unit-review'::text, 'submitted'::text, 'adopted'::text, 'sent-back'::text, 'superseded'::text]))),
  constraint report_steps_with_evidence CHECK (((steps_done = '{}'::uuid[]) OR (evidence <> '{}'::text[]))),
  constraint report_unit_reviewed_by_somebody CHECK (((unit_reviewed_by IS NULL) = (unit_reviewed_at IS NULL))),
  constraint report_value_kind_known CHECK ((value_kind = ANY (ARRAY['this-period'::text, 'cumulative'::text]))),
  constraint report_value_not_negative CHECK (((value >= (0)::numeric) AND (denominator >= (0)::numeric))),
  constraint report_value_says_its_kind CHECK (((value IS NULL) OR (value_kind IS NOT NULL)))
);
create unique index report_corrected_once on delivery.report (district, supersedes) WHERE ((supersedes IS NOT NULL) AND (state = ANY (ARRAY['proposed'::text, 'unit-review'::text, 'submitted'::text, 'adopted'::text])));
create index report_of_programme on delivery.report (district, programme_id, promise_id, as_of, submitted_at);
create index report_of_promise on delivery.report (district, promise_id);
create index report_waiting on delivery.report (district, submitted_at) WHERE (state = ANY (ARRAY['proposed'::text, 'unit-review'::text, 'submitted'::text]));

-- may: select, insert, update, delete
create table delivery.trajectory (
  district character(6) not null,
  id uuid not null,
  programme_id uuid not null,
  promise_id uuid not null,
  plan_version integer not null,
  shape jsonb not null,
  target numeric not null,
  base numeric not null,
  starts_on date not null,
  finish_on date not null,
  state text not null,
  reason text,
  unit_id uuid,
  proposed_by text not null,
  proposed_on date not null,
  approved_by text,
  approved_on date,
  digest text,
  version integer default 1 not null,
  constraint trajectory_pkey PRIMARY KEY (district, id),
  constraint trajectory_version_once UNIQUE (district, promise_id, plan_version),
  constraint trajectory_approved_is_locked CHECK (((state <> 'approved'::text) OR ((approved_by IS NOT NULL) AND (approved_on IS NOT NULL) AND (digest IS NOT NULL)))),
  constraint trajectory_ends_after_start CHECK ((finish_on >= starts_on)),
  constraint trajectory_plan_version_sound CHECK ((plan_version > 0)),
  constraint trajectory_starts_not_before_approval CHECK (((state <> 'approved'::text) OR (starts_on >= approved_on))),
  constraint trajectory_state_known CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'withdrawn'::text])))
);
create index trajectory_of_programme on delivery.trajectory (district, programme_id);
create unique index trajectory_proposed_once on delivery.trajectory (district, promise_id) WHERE (state = 'proposed'::text);

-- may: select, insert, update, delete
create table delivery.acceptance (
  district character(6) not null,
  promise_id uuid not null,
  programme_id uuid not null,
  accepted_on date not null,
  accepted_by text not null,
  note text not null,
  evidence text[] not null,
  constraint acceptance_pkey PRIMARY KEY (district, promise_id),
  constraint acceptance_needs_evidence CHECK ((evidence <> '{}'::text[]))
);

-- may: select, insert, update, delete
create table delivery.month_light (
  district character(6) not null,
  promise_id uuid not null,
  year integer not null,
  month integer not null,
  programme_id uuid not null,
  light text not null,
  expected numeric,
  done numeric,
  reasons jsonb not null,
  settings_version integer not null,
  frozen_on date not null,
  constraint month_light_pkey PRIMARY KEY (district, promise_id, year, month),
  constraint month_light_known CHECK ((light = ANY (ARRAY['red'::text, 'yellow'::text, 'green'::text, 'grey'::text, 'white'::text, 'closed'::text]))),
  constraint month_light_month_sound CHECK (((month >= 1) AND (month <= 12)))
);
create index month_light_of_programme on delivery.month_light (district, programme_id);

-- may: select, insert, update, delete
create table delivery.light_settings (
  district character(6) not null,
  settings_version integer not null,
  thresholds jsonb not null,
  source text not null,
  set_by text not null,
  set_on date not null,
  constraint light_settings_pkey PRIMARY KEY (district, settings_version),
  constraint light_settings_settings_version_sound CHECK ((settings_version > 0)),
  constraint light_settings_source_sound CHECK ((source <> ''::text))
);

-- may: select, insert, update, delete
create table delivery.setting (
  district character(6) not null,
  name text not null,
  subject text not null,
  setting_version integer not null,
  value jsonb not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  constraint setting_pkey PRIMARY KEY (district, name, subject, setting_version),
  constraint setting_name_known CHECK ((name = ANY (ARRAY['review-steps'::text, 'verification'::text, 'entry-end'::text]))),
  constraint setting_reason_given CHECK ((reason <> ''::text)),
  constraint setting_version_sound CHECK ((setting_version > 0))
);

-- may: select, insert, update, delete
create table delivery.key_act (
  district character(6) not null,
  programme_id uuid not null,
  period character(7) not null,
  act_version integer not null,
  act text not null,
  unit_id uuid,
  on_behalf boolean not null,
  reason text,
  acted_by text not null,
  acted_at timestamp with time zone not null,
  acted_on date,
  constraint key_act_pkey PRIMARY KEY (district, programme_id, period, act_version),
  constraint key_act_known CHECK ((act = ANY (ARRAY['approve'::text, 'withdraw'::text, 'receive'::text, 'unreceive'::text, 'return'::text, 'close'::text, 'reopen'::text, 'end-entry'::text, 'resume-entry'::text]))),
  constraint key_act_of_unit_or_district CHECK (((unit_id IS NULL) = (act = ANY (ARRAY['close'::text, 'reopen'::text, 'end-entry'::text, 'resume-entry'::text])))),
  constraint key_act_period_sound CHECK ((period ~ '^\d{4}-(0[1-9]|1[0-2])$'::text)),
  constraint key_act_undone_with_reason CHECK (((act = ANY (ARRAY['approve'::text, 'receive'::text, 'close'::text, 'end-entry'::text])) OR (reason IS NOT NULL))),
  constraint key_act_version_sound CHECK ((act_version > 0))
);

-- may: select, insert, update, delete
create table delivery.entry_exception (
  district character(6) not null,
  id uuid not null,
  programme_id uuid not null,
  period character(7) not null,
  unit_id uuid not null,
  until_on date not null,
  reason text not null,
  granted_by text not null,
  granted_on date not null,
  constraint entry_exception_pkey PRIMARY KEY (district, id),
  constraint entry_exception_ends_after_grant CHECK ((until_on >= granted_on)),
  constraint entry_exception_period_sound CHECK ((period ~ '^\d{4}-(0[1-9]|1[0-2])$'::text)),
  constraint entry_exception_with_reason CHECK ((reason <> ''::text))
);
create index entry_exception_of_period on delivery.entry_exception (district, programme_id, period);

-- may: select, insert, update, delete
create table delivery.sample (
  district character(6) not null,
  id uuid not null,
  programme_id uuid not null,
  period character(7) not null,
  seed text not null,
  size integer not null,
  by_unit boolean not null,
  population jsonb not null,
  report_ids uuid[] not null,
  drawn_by text not null,
  drawn_at timestamp with time zone not null,
  drawn_on date,
  constraint sample_pkey PRIMARY KEY (district, id),
  constraint sample_not_empty CHECK ((report_ids <> '{}'::uuid[])),
  constraint sample_period_sound CHECK ((period ~ '^\d{4}-(0[1-9]|1[0-2])$'::text)),
  constraint sample_seed_given CHECK ((seed <> ''::text)),
  constraint sample_size_sound CHECK ((size > 0))
);
create index sample_of_period on delivery.sample (district, programme_id, period);

-- may: select, insert, update, delete
create table delivery.verdict (
  district character(6) not null,
  id uuid not null,
  programme_id uuid not null,
  promise_id uuid not null,
  report_id uuid not null,
  sample_id uuid,
  way text not null,
  result text not null,
  note text not null,
  evidence text[] default '{}'::text[] not null,
  due_on date,
  given_by text not null,
  given_on date not null,
  given_at timestamp with time zone not null,
  constraint verdict_pkey PRIMARY KEY (district, id),
  constraint verdict_of_report FOREIGN KEY (district, report_id) REFERENCES delivery.report(district, id),
  constraint verdict_of_sample FOREIGN KEY (district, sample_id) REFERENCES delivery.sample(district, id),
  constraint verdict_mismatch_demands_correction CHECK (((result = 'mismatch'::text) = (due_on IS NOT NULL))),
  constraint verdict_mismatch_says_why CHECK (((result <> 'mismatch'::text) OR (note <> ''::text))),
  constraint verdict_result_known CHECK ((result = ANY (ARRAY['confirmed'::text, 'mismatch'::text, 'unverifiable'::text]))),
  constraint verdict_sampled_on_site CHECK (((sample_id IS NULL) OR (way = 'on-site'::text))),
  constraint verdict_way_known CHECK ((way = ANY (ARRAY['evidence'::text, 'on-site'::text])))
);
create index verdict_of_programme on delivery.verdict (district, programme_id, report_id, given_at);

-- may: select, insert, update, delete
create table delivery.count_source (
  district character(6) not null,
  promise_id uuid not null,
  decision_no integer not null,
  source text not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  constraint count_source_pkey PRIMARY KEY (district, promise_id, decision_no),
  constraint count_source_counts_from_one CHECK ((decision_no > 0)),
  constraint count_source_known CHECK ((source = ANY (ARRAY['reports'::text, 'sites'::text, 'records'::text]))),
  constraint count_source_with_reason CHECK ((reason <> ''::text))
);


create schema collection;

-- may: select, insert, update, delete
create table collection.calendar (
  district character(6) not null,
  settings_version integer not null,
  rhythm text not null,
  due_days integer not null,
  reminder text not null,
  source text not null,
  set_by text not null,
  set_at timestamp with time zone not null,
  constraint calendar_pkey PRIMARY KEY (district, settings_version),
  constraint calendar_due_days_sound CHECK (((due_days >= 0) AND (due_days <= 60))),
  constraint calendar_rhythm_known CHECK ((rhythm = ANY (ARRAY['month'::text, 'half-month'::text, 'week'::text, 'quarter'::text]))),
  constraint calendar_settings_version_sound CHECK ((settings_version > 0)),
  constraint calendar_source_sound CHECK ((source <> ''::text))
);

-- may: select, insert, update, delete
create table collection.period (
  district character(6) not null,
  period text not null,
  settings_version integer not null,
  as_of date not null,
  due_on date not null,
  reminder text not null,
  reason text not null,
  set_by text not null,
  set_at timestamp with time zone not null,
  constraint period_pkey PRIMARY KEY (district, period, settings_version),
  constraint period_due_after_as_of CHECK ((due_on >= as_of)),
  constraint period_id_sound CHECK ((period ~ '^[0-9]{4}-'::text)),
  constraint period_reason_sound CHECK ((reason <> ''::text)),
  constraint period_settings_version_sound CHECK ((settings_version > 0))
);

-- may: select, insert, update, delete
create table collection.batch (
  district character(6) not null,
  id uuid not null,
  programme_id uuid not null,
  period text not null,
  unit_id uuid,
  state text not null,
  received_on date not null,
  opened_by text not null,
  opened_at timestamp with time zone not null,
  settled_by text,
  settled_at timestamp with time zone,
  version integer default 1 not null,
  constraint batch_pkey PRIMARY KEY (district, id),
  constraint batch_about_a_list FOREIGN KEY (district, programme_id) REFERENCES programme.programme(district, id),
  constraint batch_settled_by_somebody CHECK ((((state = 'open'::text) = (settled_by IS NULL)) AND ((settled_by IS NULL) = (settled_at IS NULL)))),
  constraint batch_state_known CHECK ((state = ANY (ARRAY['open'::text, 'confirmed'::text, 'discarded'::text])))
);
create index batch_of_period on collection.batch (district, programme_id, period);

-- may: select, insert, update, delete
create table collection.returned_file (
  district character(6) not null,
  batch_id uuid not null,
  digest text not null,
  name text not null,
  kind text not null,
  unit_id uuid,
  promise_id uuid,
  reading jsonb,
  seal text,
  refusal jsonb,
  added_by text not null,
  added_at timestamp with time zone not null,
  constraint returned_file_pkey PRIMARY KEY (district, batch_id, digest),
  constraint returned_file_of_a_batch FOREIGN KEY (district, batch_id) REFERENCES collection.batch(district, id),
  constraint returned_file_digest_sound CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint returned_file_form_was_read CHECK (((kind <> 'form'::text) OR ((reading IS NOT NULL) AND (seal IS NOT NULL)))),
  constraint returned_file_kind_known CHECK ((kind = ANY (ARRAY['form'::text, 'evidence'::text, 'refused'::text]))),
  constraint returned_file_refused_with_reason CHECK (((kind = 'refused'::text) = (refusal IS NOT NULL))),
  constraint returned_file_seal_known CHECK ((seal = ANY (ARRAY['genuine'::text, 'changed'::text, 'lost'::text])))
);
create index returned_file_by_digest on collection.returned_file (district, digest);

-- may: select, insert, update, delete
create table collection.taken_row (
  district character(6) not null,
  report_id uuid not null,
  batch_id uuid not null,
  promise_id uuid not null,
  unit_id uuid not null,
  period text not null,
  digest text not null,
  sheet text not null,
  row_number integer not null,
  received_on date not null,
  evidence_list text not null,
  changes jsonb not null,
  signs jsonb not null,
  taken_by text not null,
  taken_at timestamp with time zone not null,
  constraint taken_row_pkey PRIMARY KEY (district, report_id),
  constraint taken_row_of_a_file FOREIGN KEY (district, batch_id, digest) REFERENCES collection.returned_file(district, batch_id, digest),
  constraint taken_row_number_sound CHECK ((row_number > 0))
);
create index taken_row_by_digest on collection.taken_row (district, digest);
create index taken_row_of_period on collection.taken_row (district, period, promise_id);

-- may: select, insert, update, delete
create table collection.template (
  district character(6) not null,
  template_id uuid not null,
  template_version integer not null,
  name text not null,
  kind text not null,
  file_digest text not null,
  file_name text not null,
  structure_digest text not null,
  mapping jsonb not null,
  saved_by text not null,
  saved_at timestamp with time zone not null,
  constraint template_pkey PRIMARY KEY (district, template_id, template_version),
  constraint template_digest_sound CHECK ((file_digest ~ '^[0-9a-f]{64}$'::text)),
  constraint template_kind_known CHECK ((kind = ANY (ARRAY['xlsx'::text, 'docx'::text]))),
  constraint template_name_sound CHECK ((name <> ''::text)),
  constraint template_version_sound CHECK ((template_version > 0))
);


create schema records;

-- may: select, insert, update, delete
create table records.definition (
  district character(6) not null,
  promise_id uuid not null,
  version_no integer not null,
  kind text not null,
  spec jsonb not null,
  from_on date not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  replaced_by integer,
  constraint definition_pkey PRIMARY KEY (district, promise_id, version_no),
  constraint definition_counts_from_one CHECK ((version_no > 0)),
  constraint definition_kind_sound CHECK ((kind ~ '^[a-z-]+$'::text)),
  constraint definition_replaced_by_later CHECK ((replaced_by > version_no)),
  constraint definition_spec_names_its_kind CHECK (((spec ->> 'kind'::text) = kind)),
  constraint definition_with_reason CHECK ((reason <> ''::text))
);
create unique index definition_begins_once on records.definition (district, promise_id, from_on) WHERE (replaced_by IS NULL);

-- may: select, insert, update, delete
create table records.entry (
  district character(6) not null,
  id uuid not null,
  promise_id uuid not null,
  unit_id uuid,
  kind text not null,
  state text not null,
  on_day date not null,
  title text not null,
  area_id uuid,
  place text not null,
  evidence text[] not null,
  event_kind text,
  starts_at text,
  ends_at text,
  host text,
  attended integer,
  certified integer,
  work_kind text,
  measure_unit text,
  quantity numeric(14,3),
  team text,
  before_pictures text[] not null,
  accepted_by text,
  accepted_on date,
  money_kind text,
  amount_fen bigint,
  period_from date,
  period_to date,
  payee_class text,
  payees integer,
  supersedes uuid,
  reason text,
  not_duplicate text,
  entered_by text not null,
  entered_on date not null,
  file_digest text,
  sheet text,
  row_no integer,
  version integer default 1 not null,
  constraint entry_pkey PRIMARY KEY (district, id),
  constraint entry_acceptance_whole CHECK ((((accepted_by IS NULL) = (accepted_on IS NULL)) AND (accepted_on >= on_day))),
  constraint entry_amount_positive CHECK ((amount_fen > 0)),
  constraint entry_attended_sound CHECK ((attended >= 0)),
  constraint entry_cancelled_with_reason CHECK (((state <> 'cancelled'::text) OR (reason IS NOT NULL))),
  constraint entry_certified_attended CHECK ((certified <= attended)),
  constraint entry_certified_sound CHECK ((certified >= 0)),
  constraint entry_event_kind_known CHECK ((event_kind = ANY (ARRAY['fair'::text, 'show'::text, 'training'::text, 'quick-test'::text, 'community'::text]))),
  constraint entry_event_whole CHECK (((kind <> 'event'::text) OR ((event_kind IS NOT NULL) AND (host IS NOT NULL) AND (state <> 'recorded'::text)))),
  constraint entry_kind_known CHECK ((kind = ANY (ARRAY['event'::text, 'work'::text, 'money'::text]))),
  constraint entry_money_kind_known CHECK ((money_kind = ANY (ARRAY['premium'::text, 'payout'::text, 'subsidy'::text, 'purchase'::text]))),
  constraint entry_money_whole CHECK (((kind <> 'money'::text) OR ((money_kind IS NOT NULL) AND (amount_fen IS NOT NULL) AND (payee_class IS NOT NULL)))),
  constraint entry_only_events_are_planned CHECK (((kind = 'event'::text) OR (state <> ALL (ARRAY['planned'::text, 'held'::text])))),
  constraint entry_payee_class_known CHECK ((payee_class = ANY (ARRAY['person'::text, 'household'::text, 'firm'::text, 'insurer'::text, 'public-body'::text]))),
  constraint entry_payees_positive CHECK ((payees > 0)),
  constraint entry_period_in_order CHECK ((((period_from IS NULL) = (period_to IS NULL)) AND (period_from <= period_to))),
  constraint entry_quantity_positive CHECK ((quantity > (0)::numeric)),
  constraint entry_state_known CHECK ((state = ANY (ARRAY['planned'::text, 'held'::text, 'recorded'::text, 'cancelled'::text, 'superseded'::text]))),
  constraint entry_with_title CHECK ((title <> ''::text)),
  constraint entry_work_whole CHECK (((kind <> 'work'::text) OR ((work_kind IS NOT NULL) AND (measure_unit IS NOT NULL) AND (quantity IS NOT NULL))))
);
create index entry_of_promise on records.entry (district, promise_id, on_day);
create unique index entry_superseded_once on records.entry (district, supersedes) WHERE (supersedes IS NOT NULL);

-- may: select, insert, update, delete
create table records.visit (
  district character(6) not null,
  id uuid not null,
  promise_id uuid not null,
  unit_id uuid,
  on_day date not null,
  area_id uuid,
  state text not null,
  family_key text not null,
  sealed_family text not null,
  sealed_situation text,
  reason text,
  entered_by text not null,
  entered_on date not null,
  version integer default 1 not null,
  constraint visit_pkey PRIMARY KEY (district, id),
  constraint visit_cancelled_with_reason CHECK (((state <> 'cancelled'::text) OR (reason IS NOT NULL))),
  constraint visit_family_key_set CHECK ((family_key <> ''::text)),
  constraint visit_family_sealed CHECK ((sealed_family <> ''::text)),
  constraint visit_state_known CHECK ((state = ANY (ARRAY['recorded'::text, 'cancelled'::text])))
);
create index visit_of_promise on records.visit (district, promise_id, on_day);
create unique index visit_once_a_day on records.visit (district, promise_id, family_key, on_day) WHERE (state = 'recorded'::text);

-- may: select, insert, update, delete
create table records.visit_need (
  district character(6) not null,
  id uuid not null,
  visit_id uuid not null,
  sealed_need text not null,
  due_on date not null,
  settled_on date,
  sealed_answer text,
  version integer default 1 not null,
  constraint visit_need_pkey PRIMARY KEY (district, id),
  constraint visit_need_of_a_visit FOREIGN KEY (district, visit_id) REFERENCES records.visit(district, id),
  constraint visit_need_sealed CHECK ((sealed_need <> ''::text)),
  constraint visit_need_settled_with_answer CHECK (((settled_on IS NULL) = (sealed_answer IS NULL)))
);
create index visit_need_of_visit on records.visit_need (district, visit_id);

-- may: select, insert, update, delete
create table records.roster (
  district character(6) not null,
  id uuid not null,
  name text not null,
  unit_id uuid not null,
  as_of date not null,
  source text not null,
  stated_count integer,
  is_estimate boolean not null,
  is_sensitive boolean not null,
  version integer default 1 not null,
  constraint roster_pkey PRIMARY KEY (district, id),
  constraint roster_count_sound CHECK ((stated_count > 0)),
  constraint roster_name_sound CHECK ((name <> ''::text)),
  constraint roster_with_source CHECK ((source <> ''::text))
);
create unique index roster_named_once on records.roster (district, name);

-- may: select, insert, update, delete
create table records.service_kind (
  district character(6) not null,
  id uuid not null,
  name text not null,
  unit_id uuid not null,
  is_sensitive boolean not null,
  needs_evidence boolean not null,
  slots text[] not null,
  doses integer not null,
  dose_days_least integer,
  dose_days_most integer,
  duplicates_most numeric not null,
  version integer default 1 not null,
  constraint service_kind_pkey PRIMARY KEY (district, id),
  constraint service_kind_doses_sound CHECK (((doses >= 1) AND (doses <= 9))),
  constraint service_kind_doses_with_interval CHECK (((doses > 1) = ((dose_days_least IS NOT NULL) AND (dose_days_most IS NOT NULL)))),
  constraint service_kind_interval_sound CHECK ((dose_days_least > 0)),
  constraint service_kind_name_sound CHECK ((name <> ''::text)),
  constraint service_kind_overdue_sound CHECK ((dose_days_most >= dose_days_least)),
  constraint service_kind_share_sound CHECK (((duplicates_most >= (0)::numeric) AND (duplicates_most <= (1)::numeric)))
);
create unique index service_kind_named_once on records.service_kind (district, name);

-- may: select, insert, update, delete
create table records.eligibility_rule (
  district character(6) not null,
  service_kind_id uuid not null,
  version_no integer not null,
  rule jsonb not null,
  from_on date not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  replaced_by integer,
  constraint eligibility_rule_pkey PRIMARY KEY (district, service_kind_id, version_no),
  constraint eligibility_rule_kind_known FOREIGN KEY (district, service_kind_id) REFERENCES records.service_kind(district, id),
  constraint eligibility_rule_counts_from_one CHECK ((version_no > 0)),
  constraint eligibility_rule_replaced_by_later CHECK ((replaced_by > version_no)),
  constraint eligibility_rule_with_reason CHECK ((reason <> ''::text))
);
create unique index eligibility_rule_begins_once on records.eligibility_rule (district, service_kind_id, from_on) WHERE (replaced_by IS NULL);

-- may: select, insert, update, delete
create table records.import (
  district character(6) not null,
  no integer not null,
  target text not null,
  target_id uuid not null,
  unit_id uuid not null,
  file_digest character(64) not null,
  file_name text not null,
  file_bytes integer not null,
  state text not null,
  supersedes_no integer,
  chunks integer default 0 not null,
  rows_taken integer default 0 not null,
  rows_refused integer default 0 not null,
  bytes_read integer default 0 not null,
  trouble jsonb,
  opened_by text not null,
  opened_at timestamp with time zone not null,
  settled_by text,
  settled_at timestamp with time zone,
  version integer default 1 not null,
  withdrawn_because text,
  withdrawn_by text,
  withdrawn_on date,
  constraint import_pkey PRIMARY KEY (district, no),
  constraint import_supersedes_known FOREIGN KEY (district, supersedes_no) REFERENCES records.import(district, no),
  constraint import_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'reading'::text, 'read'::text, 'accepted'::text, 'superseded'::text, 'cancelled'::text, 'failed'::text, 'withdrawn'::text]))),
  constraint import_target_known CHECK ((target = ANY (ARRAY['roster'::text, 'service'::text]))),
  constraint import_withdrawn_with_reason CHECK (((state = 'withdrawn'::text) = ((withdrawn_because IS NOT NULL) AND (withdrawn_by IS NOT NULL) AND (withdrawn_on IS NOT NULL))))
);
create index import_of_target on records.import (district, target_id, no);

-- may: select, insert, update, delete
create table records.person (
  district character(6) not null,
  no integer not null,
  identity_digest text,
  details_digest text not null,
  has_phone boolean not null,
  import_no integer not null,
  chunk_no integer not null,
  sealed_from integer not null,
  constraint person_pkey PRIMARY KEY (district, no),
  constraint person_in_his_seal CHECK ((((no - sealed_from) >= 0) AND ((no - sealed_from) <= 11)))
);
create index person_alike on records.person (details_digest, district);
create unique index person_known_once on records.person (district, identity_digest) WHERE (identity_digest IS NOT NULL);
CREATE INDEX person_of_import ON records.person USING brin (import_no);

-- may: select, insert, update, delete
create table records.import_fault (
  district character(6) not null,
  import_no integer not null,
  fault_no integer not null,
  chunk_no integer not null,
  sheet text,
  row_no integer not null,
  field text not null,
  kind text not null,
  facts jsonb not null,
  constraint import_fault_pkey PRIMARY KEY (district, import_no, fault_no),
  constraint import_fault_import_known FOREIGN KEY (district, import_no) REFERENCES records.import(district, no)
);

-- may: select, insert, update, delete
create table records.sign_in (
  district character(6) not null,
  service_kind_id uuid not null,
  person_no integer not null,
  on_day date not null,
  slot text not null,
  area_id uuid not null,
  way text not null,
  device_at timestamp with time zone,
  signed_at timestamp with time zone not null,
  signed_by text not null,
  consent boolean,
  sex character(1),
  birth_on date,
  is_local boolean,
  lives_alone boolean,
  is_assisted boolean,
  id uuid,
  event_id uuid,
  constraint sign_in_pkey PRIMARY KEY (district, service_kind_id, person_no, on_day, slot),
  constraint sign_in_kind_known FOREIGN KEY (district, service_kind_id) REFERENCES records.service_kind(district, id),
  constraint sign_in_person_known FOREIGN KEY (district, person_no) REFERENCES records.person(district, no),
  constraint sign_in_way_known CHECK ((way = ANY (ARRAY['phone'::text, 'paper'::text])))
);
create index sign_in_of_event on records.sign_in (district, event_id) WHERE (event_id IS NOT NULL);
create index sign_in_of_person on records.sign_in (district, person_no);

-- may: select, insert, update, delete
create table records.person_link (
  district character(6) not null,
  person_no integer not null,
  other_no integer not null,
  decision_no integer not null,
  decision text not null,
  reason text not null,
  decided_by text not null,
  decided_on date not null,
  constraint person_link_pkey PRIMARY KEY (district, person_no, other_no, decision_no),
  constraint person_link_counts_from_one CHECK ((decision_no > 0)),
  constraint person_link_decision_known CHECK ((decision = ANY (ARRAY['same'::text, 'different'::text, 'undone'::text]))),
  constraint person_link_in_order CHECK ((person_no < other_no)),
  constraint person_link_with_reason CHECK ((reason <> ''::text))
);

-- may: select, insert, update, delete
create table records.duplicate_share (
  district character(6) not null,
  service_kind_id uuid not null,
  version_no integer not null,
  most numeric not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  constraint duplicate_share_pkey PRIMARY KEY (district, service_kind_id, version_no),
  constraint duplicate_share_kind_known FOREIGN KEY (district, service_kind_id) REFERENCES records.service_kind(district, id),
  constraint duplicate_share_counts_from_one CHECK ((version_no > 0)),
  constraint duplicate_share_sound CHECK (((most >= (0)::numeric) AND (most <= (1)::numeric))),
  constraint duplicate_share_with_reason CHECK ((reason <> ''::text))
);

-- may: select, insert, update, delete
create table records.roll_block (
  district character(6) not null,
  import_no integer not null,
  chunk_no integer not null,
  lines integer not null,
  columns bytea not null,
  beside text not null,
  constraint roll_block_pkey PRIMARY KEY (district, import_no, chunk_no),
  constraint roll_block_import_known FOREIGN KEY (district, import_no) REFERENCES records.import(district, no),
  constraint roll_block_counts_from_zero CHECK ((chunk_no >= 0)),
  constraint roll_block_of_some_lines CHECK ((lines > 0))
);

-- may: select, insert, update, delete
create table records.roll_person (
  district character(6) not null,
  person_no integer not null,
  import_no integer not null,
  chunk_no integer not null,
  constraint roll_person_pkey PRIMARY KEY (district, person_no, import_no, chunk_no),
  constraint roll_person_block_known FOREIGN KEY (district, import_no, chunk_no) REFERENCES records.roll_block(district, import_no, chunk_no),
  constraint roll_person_known FOREIGN KEY (district, person_no) REFERENCES records.person(district, no)
);
create index roll_person_of_import on records.roll_person (district, import_no);

-- may: select, insert, update, delete
create table records.person_seal (
  district character(6) not null,
  from_no integer not null,
  import_no integer not null,
  sealed text not null,
  constraint person_seal_pkey PRIMARY KEY (district, from_no)
);
CREATE INDEX person_seal_of_import ON records.person_seal USING brin (import_no);

-- may: select, insert, update, delete
create table records.sign_in_taken_back (
  district character(6) not null,
  id uuid not null,
  sign_in_id uuid,
  service_kind_id uuid not null,
  person_no integer not null,
  on_day date not null,
  slot text not null,
  area_id uuid not null,
  way text not null,
  device_at timestamp with time zone,
  signed_at timestamp with time zone not null,
  signed_by text not null,
  consent boolean,
  sex character(1),
  birth_on date,
  is_local boolean,
  lives_alone boolean,
  is_assisted boolean,
  reason text not null,
  taken_back_by text not null,
  taken_back_at timestamp with time zone not null,
  event_id uuid,
  constraint sign_in_taken_back_pkey PRIMARY KEY (district, id),
  constraint sign_in_taken_back_kind_known FOREIGN KEY (district, service_kind_id) REFERENCES records.service_kind(district, id),
  constraint sign_in_taken_back_person_known FOREIGN KEY (district, person_no) REFERENCES records.person(district, no),
  constraint sign_in_taken_back_with_reason CHECK ((reason <> ''::text))
);
create index sign_in_taken_back_of_day on records.sign_in_taken_back (district, service_kind_id, on_day);
create index sign_in_taken_back_of_person on records.sign_in_taken_back (district, person_no);

-- may: select, insert, update, delete
create table records.list_change (
  district character(6) not null,
  list_id uuid not null,
  change_no integer not null,
  before jsonb not null,
  after jsonb not null,
  reason text not null,
  changed_by text not null,
  changed_on date not null,
  constraint list_change_pkey PRIMARY KEY (district, list_id, change_no),
  constraint list_change_counts_from_one CHECK ((change_no > 0)),
  constraint list_change_with_reason CHECK ((reason <> ''::text))
);


create schema orders;

-- may: select, insert, update, delete
create table orders.item (
  district character(6) not null,
  id uuid not null,
  year integer not null,
  number integer not null,
  kind text not null,
  profile_version integer not null,
  matter text not null,
  matter_key text not null,
  requirement text not null,
  unit_id uuid not null,
  unit_name text not null,
  post_id uuid,
  post_title text,
  sender_name text not null,
  sender_post text not null,
  source_kind text not null,
  source_id uuid,
  source_text text not null,
  subject_project_id uuid,
  is_urgent boolean not null,
  over_cap_by text,
  over_cap_reason text,
  province_number text,
  issued_on date not null,
  sign_by date not null,
  feedback_by date,
  first_due_on date not null,
  due_on date not null,
  signed_on date,
  replied_on date,
  applied_on date,
  closed_on date,
  state text not null,
  version integer default 1 not null,
  constraint item_pkey PRIMARY KEY (district, id),
  constraint item_numbered_once UNIQUE (district, year, number),
  constraint item_about_known_project FOREIGN KEY (district, subject_project_id) REFERENCES programme.project(district, id),
  constraint item_to_known_post FOREIGN KEY (district, post_id) REFERENCES organisation.post(district, id),
  constraint item_to_known_unit FOREIGN KEY (district, unit_id) REFERENCES organisation.unit(district, id),
  constraint item_closed_has_day CHECK (((state = 'closed'::text) = (closed_on IS NOT NULL))),
  constraint item_due_after_issue CHECK (((due_on >= issued_on) AND (first_due_on >= issued_on) AND (sign_by >= issued_on))),
  constraint item_number_counts_up CHECK ((number > 0)),
  constraint item_over_cap_has_reason CHECK (((over_cap_by IS NULL) = (over_cap_reason IS NULL))),
  constraint item_post_has_title CHECK (((post_id IS NULL) = (post_title IS NULL))),
  constraint item_says_something CHECK (((matter <> ''::text) AND (matter_key <> ''::text) AND (unit_name <> ''::text) AND (sender_name <> ''::text))),
  constraint item_signed_before_work CHECK (((state = ANY (ARRAY['issued'::text, 'withdrawn'::text])) OR (signed_on IS NOT NULL))),
  constraint item_source_known CHECK ((source_kind = ANY (ARRAY['instruction'::text, 'meeting'::text, 'blocker'::text, 'light'::text, 'verification'::text, 'hotline'::text, 'upper'::text, 'other'::text]))),
  constraint item_state_known CHECK ((state = ANY (ARRAY['issued'::text, 'signed'::text, 'applied'::text, 'checked'::text, 'visited'::text, 'closed'::text, 'withdrawn'::text])))
);
create unique index item_asked_once on orders.item (district, unit_id, matter_key) WHERE (state <> ALL (ARRAY['closed'::text, 'withdrawn'::text]));
create index item_of_source on orders.item (district, source_kind, source_id) WHERE (source_id IS NOT NULL);
create index item_of_unit on orders.item (district, unit_id, issued_on);
create index item_open_by_due on orders.item (district, due_on) WHERE (state <> ALL (ARRAY['closed'::text, 'withdrawn'::text]));
create unique index item_province_number_once on orders.item (district, province_number) WHERE (province_number IS NOT NULL);

-- may: select, insert, update, delete
create table orders.event (
  district character(6) not null,
  id uuid not null,
  item_id uuid not null,
  kind text not null,
  on_day date not null,
  at timestamp with time zone not null,
  by_name text not null,
  by_post text not null,
  is_typed boolean not null,
  body text not null,
  facts jsonb not null,
  files jsonb not null,
  "position" integer default 0 not null,
  constraint event_pkey PRIMARY KEY (district, id),
  constraint event_of_item FOREIGN KEY (district, item_id) REFERENCES orders.item(district, id),
  constraint event_by_somebody CHECK (((kind <> ''::text) AND (by_name <> ''::text)))
);
create index event_of_item_in_order on orders.event (district, item_id, id);

-- may: select, insert, update, delete
create table orders.timer (
  district character(6) not null,
  id uuid not null,
  item_id uuid not null,
  step text not null,
  due_on date not null,
  state text not null,
  ended_on date,
  constraint timer_pkey PRIMARY KEY (district, id),
  constraint timer_of_item FOREIGN KEY (district, item_id) REFERENCES orders.item(district, id),
  constraint timer_ended_has_day CHECK (((state = 'waiting'::text) = (ended_on IS NULL))),
  constraint timer_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'dropped'::text]))),
  constraint timer_step_known CHECK ((step = ANY (ARRAY['sign'::text, 'feedback'::text, 'remind'::text, 'urge'::text, 'demand'::text, 'circular'::text, 'talk'::text, 'listing'::text])))
);
create index timer_waiting on orders.timer (district, due_on, id) WHERE (state = 'waiting'::text);
create unique index timer_waits_once on orders.timer (district, item_id, step) WHERE (state = 'waiting'::text);

-- may: select, insert, update, delete
create table orders.profile_setting (
  district character(6) not null,
  setting_version integer not null,
  content jsonb not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  constraint profile_setting_pkey PRIMARY KEY (district, setting_version),
  constraint profile_setting_counts_up CHECK ((setting_version > 0)),
  constraint profile_setting_says_why CHECK ((reason <> ''::text))
);

-- may: select, insert, update, delete
create table orders.request (
  district character(6) not null,
  id uuid not null,
  item_id uuid not null,
  ask text not null,
  reason text not null,
  progress text not null,
  wanted_due_on date,
  files jsonb not null,
  asked_by text not null,
  asked_on date not null,
  decided_by text,
  decided_on date,
  granted boolean,
  decision text,
  new_due_on date,
  version integer default 1 not null,
  constraint request_pkey PRIMARY KEY (district, id),
  constraint request_of_item FOREIGN KEY (district, item_id) REFERENCES orders.item(district, id),
  constraint request_ask_known CHECK ((ask = ANY (ARRAY['objection'::text, 'extension'::text]))),
  constraint request_decided_whole CHECK ((((decided_on IS NULL) = (decided_by IS NULL)) AND ((decided_on IS NULL) = (granted IS NULL)) AND ((decided_on IS NULL) = (decision IS NULL)))),
  constraint request_extension_has_day CHECK (((ask <> 'extension'::text) OR (wanted_due_on IS NOT NULL))),
  constraint request_new_day_only_granted CHECK (((new_due_on IS NULL) OR granted)),
  constraint request_says_why CHECK (((reason <> ''::text) AND (asked_by <> ''::text)))
);
create unique index request_open_once on orders.request (district, item_id, ask) WHERE (decided_on IS NULL);

-- may: select, insert, update, delete
create table orders.clearing (
  district character(6) not null,
  id uuid not null,
  item_id uuid not null,
  round integer not null,
  text text not null,
  files jsonb not null,
  applied_by text not null,
  applied_by_account uuid,
  applied_on date not null,
  checked_by text,
  checked_on date,
  check_note text,
  visited_by text,
  visited_on date,
  visit_note text,
  visit_files jsonb,
  ended_by text,
  ended_on date,
  result text,
  end_note text,
  version integer default 1 not null,
  constraint clearing_pkey PRIMARY KEY (district, id),
  constraint clearing_round_once UNIQUE (district, item_id, round),
  constraint clearing_of_item FOREIGN KEY (district, item_id) REFERENCES orders.item(district, id),
  constraint clearing_checked_before_accepted CHECK (((result IS DISTINCT FROM 'accepted'::text) OR (checked_on IS NOT NULL))),
  constraint clearing_ended_whole CHECK ((((ended_on IS NULL) = (ended_by IS NULL)) AND ((ended_on IS NULL) = (result IS NULL)))),
  constraint clearing_has_evidence CHECK ((jsonb_array_length(files) > 0)),
  constraint clearing_result_known CHECK ((result = ANY (ARRAY['accepted'::text, 'returned'::text, 'withdrawn'::text]))),
  constraint clearing_visit_has_photos CHECK (((visited_on IS NULL) OR (jsonb_array_length(visit_files) > 0)))
);
create unique index clearing_open_once on orders.clearing (district, item_id) WHERE (ended_on IS NULL);

-- may: select, insert, update, delete
create table orders.slip (
  district character(6) not null,
  id uuid not null,
  item_id uuid not null,
  kind text not null,
  year integer not null,
  number integer not null,
  colour text not null,
  reply_by date not null,
  days_late integer not null,
  for_due_on date not null,
  reason text not null,
  issued_by text not null,
  issued_on date not null,
  constraint slip_pkey PRIMARY KEY (district, id),
  constraint slip_numbered_once UNIQUE (district, kind, year, number),
  constraint slip_of_item FOREIGN KEY (district, item_id) REFERENCES orders.item(district, id),
  constraint slip_colour_known CHECK ((colour = ANY (ARRAY['blue'::text, 'yellow'::text, 'red'::text]))),
  constraint slip_kind_known CHECK ((kind = ANY (ARRAY['urge'::text, 'demand'::text])))
);
create index slip_of_item_in_order on orders.slip (district, item_id, id);

-- may: select, insert, update, delete
create table orders.proposal (
  district character(6) not null,
  id uuid not null,
  item_id uuid not null,
  measure text not null,
  year integer not null,
  number integer not null,
  facts jsonb not null,
  proposed_by text not null,
  proposed_on date not null,
  state text not null,
  leader_post_id uuid,
  leader_name text,
  leader_post text,
  decided_on date,
  decision text,
  recorded_by text,
  scan_digest text,
  scan_name text,
  carried_on date,
  carried_note text,
  version integer default 1 not null,
  to_post_id uuid,
  constraint proposal_pkey PRIMARY KEY (district, id),
  constraint proposal_numbered_once UNIQUE (district, year, number),
  constraint proposal_leader_known FOREIGN KEY (district, leader_post_id) REFERENCES organisation.post(district, id),
  constraint proposal_of_item FOREIGN KEY (district, item_id) REFERENCES orders.item(district, id),
  constraint proposal_to_known_post FOREIGN KEY (district, to_post_id) REFERENCES organisation.post(district, id),
  constraint proposal_carried_has_day CHECK (((state = 'carried-out'::text) = (carried_on IS NOT NULL))),
  constraint proposal_decided_by_named_leader CHECK (((state <> ALL (ARRAY['approved'::text, 'refused'::text, 'carried-out'::text])) OR ((leader_post_id IS NOT NULL) AND (leader_name <> ''::text) AND (decided_on IS NOT NULL)))),
  constraint proposal_measure_known CHECK ((measure = ANY (ARRAY['circular'::text, 'talk'::text, 'listing'::text]))),
  constraint proposal_scan_has_name CHECK (((scan_digest IS NULL) = (scan_name IS NULL))),
  constraint proposal_state_known CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'refused'::text, 'carried-out'::text, 'dropped'::text])))
);
create unique index proposal_open_once on orders.proposal (district, item_id, measure) WHERE (state = ANY (ARRAY['proposed'::text, 'approved'::text]));

-- may: select, insert, update, delete
create table orders.instruction (
  district character(6) not null,
  id uuid not null,
  leader_post_id uuid not null,
  leader_name text not null,
  leader_post text not null,
  sealed_body text not null,
  about text not null,
  instructed_on date not null,
  subject_project_id uuid,
  scan_digest text,
  scan_name text,
  recorded_by text not null,
  recorded_on date not null,
  report_text text,
  reported_by text,
  reported_on date,
  report_digest text,
  version integer default 1 not null,
  constraint instruction_pkey PRIMARY KEY (district, id),
  constraint instruction_about_known_project FOREIGN KEY (district, subject_project_id) REFERENCES programme.project(district, id),
  constraint instruction_leader_known FOREIGN KEY (district, leader_post_id) REFERENCES organisation.post(district, id),
  constraint instruction_before_recorded CHECK ((instructed_on <= recorded_on)),
  constraint instruction_reported_whole CHECK ((((reported_on IS NULL) = (reported_by IS NULL)) AND ((reported_on IS NULL) = (report_digest IS NULL)))),
  constraint instruction_says_on_what CHECK (((about <> ''::text) AND (leader_name <> ''::text))),
  constraint instruction_scan_has_name CHECK (((scan_digest IS NULL) = (scan_name IS NULL)))
);

-- may: select, insert, update, delete
create table orders.sample (
  district character(6) not null,
  id uuid not null,
  from_on date not null,
  to_on date not null,
  seed text not null,
  size integer not null,
  population jsonb not null,
  due_on date not null,
  drawn_by text not null,
  drawn_on date not null,
  constraint sample_pkey PRIMARY KEY (district, id),
  constraint sample_days_in_order CHECK (((from_on <= to_on) AND (drawn_on <= due_on))),
  constraint sample_has_size CHECK ((size > 0))
);

-- may: select, insert, update, delete
create table orders.revisit (
  district character(6) not null,
  sample_id uuid not null,
  item_id uuid not null,
  result text,
  note text not null,
  files jsonb not null,
  visited_by text,
  visited_on date,
  version integer default 1 not null,
  constraint revisit_pkey PRIMARY KEY (district, sample_id, item_id),
  constraint revisit_of_item FOREIGN KEY (district, item_id) REFERENCES orders.item(district, id),
  constraint revisit_of_sample FOREIGN KEY (district, sample_id) REFERENCES orders.sample(district, id),
  constraint revisit_done_whole CHECK ((((result IS NULL) = (visited_on IS NULL)) AND ((result IS NULL) = (visited_by IS NULL)))),
  constraint revisit_has_photos CHECK (((result IS NULL) OR (jsonb_array_length(files) > 0))),
  constraint revisit_result_known CHECK ((result = ANY (ARRAY['held'::text, 'relapsed'::text])))
);


create schema rhythm;

-- may: select, insert, update, delete
create table rhythm.weekly_check (
  district character(6) not null,
  unit_id uuid not null,
  iso_year integer not null,
  iso_week integer not null,
  lines jsonb not null,
  is_unchanged boolean not null,
  filed_on date not null,
  filed_at timestamp with time zone not null,
  filed_by text not null,
  filed_post text not null,
  on_behalf boolean not null,
  due_on date not null,
  changed_at timestamp with time zone,
  changed_by text,
  version integer default 1 not null,
  constraint weekly_check_pkey PRIMARY KEY (district, unit_id, iso_year, iso_week),
  constraint weekly_check_of_unit FOREIGN KEY (district, unit_id) REFERENCES organisation.unit(district, id),
  constraint weekly_check_by_somebody CHECK ((filed_by <> ''::text)),
  constraint weekly_check_change_by_somebody CHECK (((changed_at IS NULL) = (changed_by IS NULL))),
  constraint weekly_check_week_of_a_year CHECK (((iso_week >= 1) AND (iso_week <= 53)))
);
create index weekly_check_by_week on rhythm.weekly_check (district, iso_year, iso_week);

-- may: select, insert, update, delete
create table rhythm.week_asked (
  district character(6) not null,
  iso_year integer not null,
  iso_week integer not null,
  unit_id uuid not null,
  projects integer not null,
  due_on date not null,
  closed_on date not null,
  constraint week_asked_pkey PRIMARY KEY (district, iso_year, iso_week, unit_id),
  constraint week_asked_of_unit FOREIGN KEY (district, unit_id) REFERENCES organisation.unit(district, id),
  constraint week_asked_of_something CHECK ((projects > 0)),
  constraint week_asked_week_of_a_year CHECK (((iso_week >= 1) AND (iso_week <= 53)))
);

-- may: select, insert, update, delete
create table rhythm.closed_week (
  district character(6) not null,
  iso_year integer not null,
  iso_week integer not null,
  closed_on date not null,
  constraint closed_week_pkey PRIMARY KEY (district, iso_year, iso_week),
  constraint closed_week_of_a_year CHECK (((iso_week >= 1) AND (iso_week <= 53)))
);

-- may: select, insert, update, delete
create table rhythm.blocker (
  district character(6) not null,
  id uuid not null,
  programme_id uuid not null,
  project_id uuid not null,
  unit_id uuid not null,
  owner_post_id uuid,
  title text not null,
  detail text not null,
  asked text not null,
  level text not null,
  level_since date not null,
  asked_of text not null,
  asked_post_id uuid,
  state text not null,
  raised_on date not null,
  raised_by text not null,
  settled_on date,
  settled_by text,
  settled_post_id uuid,
  settled_how text,
  is_on_site boolean default false not null,
  version integer default 1 not null,
  constraint blocker_pkey PRIMARY KEY (district, id),
  constraint blocker_of_list FOREIGN KEY (district, programme_id) REFERENCES programme.programme(district, id),
  constraint blocker_of_project FOREIGN KEY (district, project_id) REFERENCES programme.project(district, id),
  constraint blocker_of_unit FOREIGN KEY (district, unit_id) REFERENCES organisation.unit(district, id),
  constraint blocker_level_known CHECK ((level = ANY (ARRAY['unit'::text, 'leader'::text, 'meeting'::text, 'city'::text, 'utility'::text]))),
  constraint blocker_not_settled_before_raised CHECK (((settled_on IS NULL) OR (settled_on >= raised_on))),
  constraint blocker_on_site_is_solved CHECK (((NOT is_on_site) OR (state = 'solved'::text))),
  constraint blocker_says_what CHECK (((title <> ''::text) AND (raised_by <> ''::text))),
  constraint blocker_settled_by_somebody CHECK ((((state = 'open'::text) = (settled_on IS NULL)) AND ((settled_on IS NULL) = (settled_by IS NULL)))),
  constraint blocker_settled_says_how CHECK (((state = 'open'::text) OR (settled_how <> ''::text))),
  constraint blocker_state_known CHECK ((state = ANY (ARRAY['open'::text, 'solved'::text, 'withdrawn'::text])))
);
create index blocker_open on rhythm.blocker (district, state, project_id);

-- may: select, insert, update, delete
create table rhythm.blocker_step (
  district character(6) not null,
  blocker_id uuid not null,
  "position" integer not null,
  act text not null,
  from_level text,
  to_level text,
  body text not null,
  by_name text not null,
  by_post text not null,
  on_day date not null,
  at timestamp with time zone not null,
  constraint blocker_step_pkey PRIMARY KEY (district, blocker_id, "position"),
  constraint blocker_step_of_blocker FOREIGN KEY (district, blocker_id) REFERENCES rhythm.blocker(district, id),
  constraint blocker_step_act_known CHECK ((act = ANY (ARRAY['raised'::text, 'moved-up'::text, 'brought-back'::text, 'handed'::text, 'changed'::text, 'solved'::text, 'withdrawn'::text, 'reopened'::text]))),
  constraint blocker_step_by_somebody CHECK ((by_name <> ''::text))
);

-- may: select, insert, update, delete
create table rhythm.setting (
  district character(6) not null,
  setting_version integer not null,
  value jsonb not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  constraint setting_pkey PRIMARY KEY (district, setting_version),
  constraint setting_counts_up CHECK ((setting_version > 0)),
  constraint setting_says_why CHECK ((reason <> ''::text))
);

-- may: select, insert, update, delete
create table rhythm.letter (
  district character(6) not null,
  id uuid not null,
  blocker_id uuid not null,
  to_kind text not null,
  to_body text not null,
  title text not null,
  body text not null,
  state text not null,
  number text,
  sent_on date,
  answer_by date not null,
  drafted_by text not null,
  drafted_on date not null,
  version integer default 1 not null,
  constraint letter_pkey PRIMARY KEY (district, id),
  constraint letter_of_blocker FOREIGN KEY (district, blocker_id) REFERENCES rhythm.blocker(district, id),
  constraint letter_answer_after_sending CHECK (((sent_on IS NULL) OR (answer_by >= sent_on))),
  constraint letter_says_something CHECK (((to_body <> ''::text) AND (title <> ''::text) AND (body <> ''::text))),
  constraint letter_sent_on_a_day CHECK (((state = ANY (ARRAY['sent'::text, 'answered'::text])) = (sent_on IS NOT NULL))),
  constraint letter_state_known CHECK ((state = ANY (ARRAY['drafted'::text, 'sent'::text, 'answered'::text, 'withdrawn'::text]))),
  constraint letter_to_known CHECK ((to_kind = ANY (ARRAY['water'::text, 'power'::text, 'gas'::text, 'heat'::text, 'telecom'::text, 'city'::text, 'other'::text])))
);
create index letter_of_blocker_idx on rhythm.letter (district, blocker_id);

-- may: select, insert, update, delete
create table rhythm.letter_answer (
  district character(6) not null,
  letter_id uuid not null,
  "position" integer not null,
  answered_on date not null,
  result text not null,
  body text not null,
  source text not null,
  scan_digest text,
  scan_name text,
  typed_by text not null,
  typed_at timestamp with time zone not null,
  constraint letter_answer_pkey PRIMARY KEY (district, letter_id, "position"),
  constraint letter_answer_of_letter FOREIGN KEY (district, letter_id) REFERENCES rhythm.letter(district, id),
  constraint letter_answer_has_source CHECK (((body <> ''::text) AND (source <> ''::text))),
  constraint letter_answer_result_known CHECK ((result = ANY (ARRAY['agreed'::text, 'partly'::text, 'refused'::text, 'waits'::text]))),
  constraint letter_answer_scan_has_a_name CHECK (((scan_digest IS NULL) = (scan_name IS NULL)))
);

-- may: select, insert, update, delete
create table rhythm.on_site_case (
  district character(6) not null,
  id uuid not null,
  no integer not null,
  year integer not null,
  project_id uuid not null,
  blocker_id uuid,
  leader_post_id uuid not null,
  leader_name text not null,
  held_on date not null,
  place text not null,
  matter text not null,
  decision text not null,
  is_solved boolean not null,
  present text not null,
  evidence jsonb not null,
  recorded_by text not null,
  recorded_on date not null,
  struck_because text,
  version integer default 1 not null,
  constraint on_site_case_pkey PRIMARY KEY (district, id),
  constraint on_site_case_numbered_once UNIQUE (district, year, no),
  constraint on_site_case_of_blocker FOREIGN KEY (district, blocker_id) REFERENCES rhythm.blocker(district, id),
  constraint on_site_case_of_project FOREIGN KEY (district, project_id) REFERENCES programme.project(district, id),
  constraint on_site_case_recorded_after CHECK ((recorded_on >= held_on)),
  constraint on_site_case_says_what CHECK (((matter <> ''::text) AND (decision <> ''::text) AND (leader_name <> ''::text) AND (place <> ''::text)))
);

-- may: select, insert, update, delete
create table rhythm.meeting (
  district character(6) not null,
  id uuid not null,
  programme_id uuid not null,
  year integer not null,
  no integer not null,
  planned_on date not null,
  from_time text,
  to_time text,
  place text not null,
  chair_post_id uuid,
  chair_name text not null,
  state text not null,
  begun_at timestamp with time zone,
  closed_at timestamp with time zone,
  closed_on date,
  closed_by text,
  created_by text not null,
  cancelled_because text,
  version integer default 1 not null,
  minutes_digest text,
  constraint meeting_pkey PRIMARY KEY (district, id),
  constraint meeting_numbered_once UNIQUE (district, year, no),
  constraint meeting_of_list FOREIGN KEY (district, programme_id) REFERENCES programme.programme(district, id),
  constraint meeting_begun_says_when CHECK (((state = ANY (ARRAY['under-way'::text, 'closed'::text])) = (begun_at IS NOT NULL))),
  constraint meeting_cancelled_says_why CHECK (((state = 'cancelled'::text) = (cancelled_because IS NOT NULL))),
  constraint meeting_closed_by_somebody CHECK ((((state = 'closed'::text) = (closed_at IS NOT NULL)) AND ((closed_at IS NULL) = (closed_by IS NULL)))),
  constraint meeting_minutes_of_closed CHECK (((minutes_digest IS NULL) OR (state = 'closed'::text))),
  constraint meeting_state_known CHECK ((state = ANY (ARRAY['planned'::text, 'under-way'::text, 'closed'::text, 'cancelled'::text])))
);
create unique index meeting_one_under_way on rhythm.meeting (district) WHERE (state = 'under-way'::text);

-- may: select, insert, update, delete
create table rhythm.agenda_change (
  district character(6) not null,
  meeting_id uuid not null,
  item_key text not null,
  sort_order integer,
  left_out_reason text,
  title text,
  note text,
  project_id uuid,
  changed_by text not null,
  version integer default 1 not null,
  constraint agenda_change_pkey PRIMARY KEY (district, meeting_id, item_key),
  constraint agenda_change_of_meeting FOREIGN KEY (district, meeting_id) REFERENCES rhythm.meeting(district, id),
  constraint agenda_change_left_out_says_why CHECK (((left_out_reason IS NULL) OR (left_out_reason <> ''::text)))
);

-- may: select, insert, update, delete
create table rhythm.agenda_item (
  district character(6) not null,
  meeting_id uuid not null,
  "position" integer not null,
  item_key text not null,
  item jsonb not null,
  left_out_reason text,
  constraint agenda_item_pkey PRIMARY KEY (district, meeting_id, "position"),
  constraint agenda_item_once UNIQUE (district, meeting_id, item_key),
  constraint agenda_item_of_meeting FOREIGN KEY (district, meeting_id) REFERENCES rhythm.meeting(district, id)
);

-- may: select, insert, update, delete
create table rhythm.decision (
  district character(6) not null,
  id uuid not null,
  meeting_id uuid not null,
  item_key text,
  "position" integer not null,
  body text not null,
  project_id uuid,
  unit_id uuid,
  post_id uuid,
  due_on date,
  is_urgent boolean not null,
  order_id uuid,
  written_by text not null,
  written_at timestamp with time zone not null,
  struck_because text,
  version integer default 1 not null,
  constraint decision_pkey PRIMARY KEY (district, id),
  constraint decision_stands_once UNIQUE (district, meeting_id, "position"),
  constraint decision_of_meeting FOREIGN KEY (district, meeting_id) REFERENCES rhythm.meeting(district, id),
  constraint decision_of_a_unit_has_a_day CHECK (((unit_id IS NULL) = (due_on IS NULL))),
  constraint decision_order_has_a_unit CHECK (((order_id IS NULL) OR (unit_id IS NOT NULL))),
  constraint decision_says_something CHECK ((body <> ''::text))
);

-- may: select, insert, update, delete
create table rhythm.attendance (
  district character(6) not null,
  meeting_id uuid not null,
  place integer not null,
  unit_id uuid,
  post_id uuid,
  title text not null,
  name text not null,
  state text not null,
  note text not null,
  version integer default 1 not null,
  constraint attendance_pkey PRIMARY KEY (district, meeting_id, place),
  constraint attendance_of_meeting FOREIGN KEY (district, meeting_id) REFERENCES rhythm.meeting(district, id),
  constraint attendance_state_known CHECK ((state = ANY (ARRAY['expected'::text, 'present'::text, 'substitute'::text, 'leave'::text, 'absent'::text])))
);


create schema supervision;

-- may: select, insert, update, delete
create table supervision.statement (
  district character(6) not null,
  id uuid not null,
  programme_id uuid not null,
  body text not null,
  source text not null,
  published_on date not null,
  recorded_by text not null,
  recorded_at timestamp with time zone not null,
  constraint statement_pkey PRIMARY KEY (district, id),
  constraint statement_about_a_list FOREIGN KEY (district, programme_id) REFERENCES programme.programme(district, id),
  constraint statement_says_something CHECK (((body <> ''::text) AND (source <> ''::text)))
);

-- may: select, insert, update, delete
create table supervision.bulletin (
  district character(6) not null,
  id uuid not null,
  programme_id uuid not null,
  year integer not null,
  month integer not null,
  issue integer,
  settings jsonb not null,
  state text not null,
  prepared_by text not null,
  prepared_at timestamp with time zone not null,
  as_of date,
  issued_by text,
  issued_on date,
  issued_at timestamp with time zone,
  file_digest text,
  version integer default 1 not null,
  public_digest text,
  constraint bulletin_pkey PRIMARY KEY (district, id),
  constraint bulletin_once_a_month UNIQUE (district, programme_id, year, month),
  constraint bulletin_about_a_list FOREIGN KEY (district, programme_id) REFERENCES programme.programme(district, id),
  constraint bulletin_issued_with_its_bytes CHECK (((state = 'issued'::text) = ((issued_by IS NOT NULL) AND (issued_on IS NOT NULL) AND (issued_at IS NOT NULL) AND (as_of IS NOT NULL) AND (file_digest IS NOT NULL)))),
  constraint bulletin_month_of_a_year CHECK (((month >= 1) AND (month <= 12))),
  constraint bulletin_state_known CHECK ((state = ANY (ARRAY['prepared'::text, 'issued'::text])))
);

-- may: select, insert, update, delete
create table supervision.bulletin_text (
  district character(6) not null,
  id uuid not null,
  bulletin_id uuid not null,
  block text not null,
  body text,
  written_by text not null,
  written_at timestamp with time zone not null,
  constraint bulletin_text_pkey PRIMARY KEY (district, id),
  constraint bulletin_text_of_a_bulletin FOREIGN KEY (district, bulletin_id) REFERENCES supervision.bulletin(district, id),
  constraint bulletin_text_block_known CHECK ((block = ANY (ARRAY['opening'::text, 'next-steps'::text, 'closing'::text])))
);

-- may: select, insert, update, delete
create table supervision.document (
  district character(6) not null,
  id uuid not null,
  programme_id uuid not null,
  kind text not null,
  reader text not null,
  year integer not null,
  month integer not null,
  edition integer not null,
  state text not null,
  needs_countersign boolean not null,
  as_of date not null,
  content jsonb not null,
  digest text not null,
  file_digest text,
  public_digest text,
  scan_digest text,
  scan_name text,
  returned_reason text,
  version integer default 1 not null,
  constraint document_pkey PRIMARY KEY (district, id),
  constraint document_edition_once UNIQUE (district, programme_id, kind, reader, year, month, edition),
  constraint document_about_a_list FOREIGN KEY (district, programme_id) REFERENCES programme.programme(district, id),
  constraint document_digest_is_sha256 CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint document_kind_known CHECK ((kind = ANY (ARRAY['bulletin'::text, 'one-pager'::text]))),
  constraint document_month_of_a_year CHECK (((month >= 1) AND (month <= 12))),
  constraint document_returned_says_why CHECK (((state = 'returned'::text) = (returned_reason IS NOT NULL))),
  constraint document_scan_has_a_name CHECK (((scan_digest IS NULL) = (scan_name IS NULL))),
  constraint document_signed_has_its_bytes CHECK (((state <> 'signed'::text) OR (file_digest IS NOT NULL))),
  constraint document_state_known CHECK ((state = ANY (ARRAY['circulating'::text, 'signed'::text, 'returned'::text])))
);
create unique index document_one_circulating on supervision.document (district, programme_id, kind, reader, year, month) WHERE (state = 'circulating'::text);

-- may: select, insert, update, delete
create table supervision.document_step (
  district character(6) not null,
  document_id uuid not null,
  "position" integer not null,
  step text not null,
  name text not null,
  post text not null,
  on_day date not null,
  recorded_by text not null,
  recorded_at timestamp with time zone not null,
  is_typed boolean not null,
  constraint document_step_pkey PRIMARY KEY (district, document_id, "position"),
  constraint document_step_once UNIQUE (district, document_id, step),
  constraint document_step_of_document FOREIGN KEY (district, document_id) REFERENCES supervision.document(district, id),
  constraint document_step_by_somebody CHECK (((name <> ''::text) AND (recorded_by <> ''::text))),
  constraint document_step_known CHECK ((step = ANY (ARRAY['drafted'::text, 'checked'::text, 'countersigned'::text, 'signed'::text, 'returned'::text])))
);

-- may: select, insert, update, delete
create table supervision.left_out (
  district character(6) not null,
  id uuid not null,
  programme_id uuid not null,
  kind text not null,
  reader text not null,
  year integer not null,
  month integer not null,
  promise_id uuid not null,
  basis text not null,
  reason text not null,
  decided_by text not null,
  decided_on date not null,
  recorded_by text not null,
  recorded_on date not null,
  restored_by text,
  restored_on date,
  constraint left_out_pkey PRIMARY KEY (district, id),
  constraint left_out_of_a_list FOREIGN KEY (district, programme_id) REFERENCES programme.programme(district, id),
  constraint left_out_promise_known FOREIGN KEY (district, promise_id) REFERENCES programme.promise(district, id),
  constraint left_out_decided_before_recorded CHECK ((decided_on <= recorded_on)),
  constraint left_out_kind_known CHECK ((kind = ANY (ARRAY['bulletin'::text, 'one-pager'::text]))),
  constraint left_out_restored_by_somebody CHECK (((restored_by IS NULL) = (restored_on IS NULL))),
  constraint left_out_says_why CHECK (((basis <> ''::text) AND (reason <> ''::text) AND (decided_by <> ''::text)))
);
create unique index left_out_once on supervision.left_out (district, programme_id, kind, reader, year, month, promise_id) WHERE (restored_on IS NULL);

-- may: select, insert, update, delete
create table supervision.decision_sentence (
  district character(6) not null,
  id uuid not null,
  programme_id uuid not null,
  reader text not null,
  year integer not null,
  month integer not null,
  body text,
  written_by text not null,
  written_at timestamp with time zone not null,
  constraint decision_sentence_pkey PRIMARY KEY (district, id),
  constraint decision_sentence_of_a_list FOREIGN KEY (district, programme_id) REFERENCES programme.programme(district, id)
);

-- may: select, insert, update, delete
create table supervision.circulation_setting (
  district character(6) not null,
  setting_version integer not null,
  needs_countersign boolean not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  constraint circulation_setting_pkey PRIMARY KEY (district, setting_version),
  constraint circulation_setting_counts_up CHECK ((setting_version > 0)),
  constraint circulation_setting_says_why CHECK ((reason <> ''::text))
);

-- may: select, insert, update, delete
create table supervision.standing_text (
  district character(6) not null,
  block text not null,
  setting_version integer not null,
  body text,
  reason text not null,
  set_by text not null,
  set_on date not null,
  constraint standing_text_pkey PRIMARY KEY (district, block, setting_version),
  constraint standing_text_block_known CHECK ((block = ANY (ARRAY['opening'::text, 'next-steps'::text, 'closing'::text]))),
  constraint standing_text_counts_up CHECK ((setting_version > 0)),
  constraint standing_text_says_something CHECK ((body <> ''::text)),
  constraint standing_text_says_why CHECK ((reason <> ''::text))
);

-- may: select, insert, update, delete
create table supervision.series (
  district character(6) not null,
  year integer not null,
  number integer not null,
  bulletin_id uuid not null,
  allotted_by text not null,
  allotted_on date not null,
  constraint series_pkey PRIMARY KEY (district, year, number),
  constraint series_once_a_bulletin UNIQUE (district, bulletin_id),
  constraint series_of_a_bulletin FOREIGN KEY (district, bulletin_id) REFERENCES supervision.bulletin(district, id),
  constraint series_counts_from_one CHECK ((number > 0))
);

-- may: select, insert, update, delete
create table supervision.month_figures (
  district character(6) not null,
  programme_id uuid not null,
  year integer not null,
  month integer not null,
  as_of date not null,
  cause text not null,
  content jsonb not null,
  digest text not null,
  frozen_on date not null,
  constraint month_figures_pkey PRIMARY KEY (district, programme_id, year, month),
  constraint month_figures_of_a_list FOREIGN KEY (district, programme_id) REFERENCES programme.programme(district, id),
  constraint month_figures_cause_known CHECK ((cause = ANY (ARRAY['entry-close'::text, 'submission'::text]))),
  constraint month_figures_digest_is_sha256 CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint month_figures_month_of_a_year CHECK (((month >= 1) AND (month <= 12)))
);

-- may: select, insert, update, delete
create table supervision.correction (
  district character(6) not null,
  id uuid not null,
  bulletin_id uuid not null,
  correction_no integer not null,
  lines jsonb not null,
  reason text not null,
  issued_by text not null,
  issued_on date not null,
  issued_at timestamp with time zone not null,
  file_digest text not null,
  constraint correction_pkey PRIMARY KEY (district, id),
  constraint correction_once UNIQUE (district, bulletin_id, correction_no),
  constraint correction_of_a_bulletin FOREIGN KEY (district, bulletin_id) REFERENCES supervision.bulletin(district, id),
  constraint correction_counts_up CHECK ((correction_no > 0)),
  constraint correction_says_why CHECK ((reason <> ''::text))
);


create schema publication;

-- may: select, insert, update, delete
create table publication.edition (
  district character(6) not null,
  id uuid not null,
  programme_id uuid not null,
  year integer not null,
  kind text not null,
  number integer,
  state text not null,
  as_of date not null,
  head jsonb not null,
  digest text not null,
  disclosure jsonb not null,
  serial integer not null,
  serial_year integer not null,
  corrects integer,
  correction_reason text,
  findings jsonb not null,
  prepared jsonb not null,
  reviewed jsonb,
  signed jsonb,
  published jsonb,
  withdrawn_reason text,
  version integer default 1 not null,
  scan_digest text,
  scan_name text,
  changes jsonb,
  constraint edition_pkey PRIMARY KEY (district, id),
  constraint edition_number_unique UNIQUE (district, year, kind, number),
  constraint edition_serial_unique UNIQUE (district, serial_year, serial),
  constraint edition_correction_has_reason CHECK (((corrects IS NULL) = (correction_reason IS NULL))),
  constraint edition_digest_is_sha256 CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint edition_kind_known CHECK ((kind = ANY (ARRAY['ten-things'::text, 'special-action'::text, 'superior-project'::text]))),
  constraint edition_published_has_number CHECK (((state = 'published'::text) = ((number IS NOT NULL) AND (published IS NOT NULL)))),
  constraint edition_reviewed_before_signed CHECK (((state <> ALL (ARRAY['reviewed'::text, 'signed'::text, 'published'::text])) OR (reviewed IS NOT NULL))),
  constraint edition_scan_has_a_name CHECK (((scan_digest IS NULL) = (scan_name IS NULL))),
  constraint edition_scan_is_sha256 CHECK ((scan_digest ~ '^[0-9a-f]{64}$'::text)),
  constraint edition_signed_before_published CHECK (((state <> ALL (ARRAY['signed'::text, 'published'::text])) OR (signed IS NOT NULL))),
  constraint edition_state_known CHECK ((state = ANY (ARRAY['prepared'::text, 'reviewed'::text, 'signed'::text, 'published'::text, 'withdrawn'::text])))
);
create unique index edition_one_draft on publication.edition (district, year, kind) WHERE (state = ANY (ARRAY['prepared'::text, 'reviewed'::text, 'signed'::text]));

-- may: select, insert, update, delete
create table publication.figure (
  district character(6) not null,
  id uuid not null,
  edition_id uuid not null,
  promise_id uuid not null,
  project_no text not null,
  project_position integer not null,
  "position" integer not null,
  definition_version integer not null,
  numerator numeric,
  denominator numeric,
  measure_unit text not null,
  scope text not null,
  period_from date not null,
  period_to date not null,
  as_of date not null,
  approved_by text,
  evidence_digest text,
  content jsonb not null,
  supersedes uuid,
  constraint figure_pkey PRIMARY KEY (district, id),
  constraint figure_once_an_edition UNIQUE (district, edition_id, promise_id),
  constraint figure_of_edition FOREIGN KEY (district, edition_id) REFERENCES publication.edition(district, id),
  constraint figure_supersedes_one FOREIGN KEY (district, supersedes) REFERENCES publication.figure(district, id),
  constraint figure_period_runs_forward CHECK ((period_from <= period_to))
);
create index figure_by_promise on publication.figure (district, promise_id);

-- may: select, insert, update, delete
create table publication.override (
  district character(6) not null,
  edition_id uuid not null,
  key text not null,
  kind text not null,
  masked text not null,
  reason text not null,
  reviewer text not null,
  reviewed_on date not null,
  constraint override_pkey PRIMARY KEY (district, edition_id, key),
  constraint override_of_edition FOREIGN KEY (district, edition_id) REFERENCES publication.edition(district, id),
  constraint override_has_reason CHECK ((reason <> ''::text)),
  constraint override_never_for_id_numbers CHECK ((kind = ANY (ARRAY['mobile'::text, 'bank-card'::text, 'plate'::text, 'room-address'::text, 'person-name'::text])))
);

-- may: select, insert, update, delete
create table publication.picture (
  district character(6) not null,
  id uuid not null,
  programme_id uuid not null,
  project_id uuid not null,
  source_digest text not null,
  decision text not null,
  redacted_digest text,
  width integer,
  height integer,
  boxes jsonb not null,
  checks jsonb,
  phase text,
  caption text,
  alt text,
  reason text,
  at_once boolean not null,
  decided jsonb not null,
  decided_by text not null,
  supersedes uuid,
  constraint picture_pkey PRIMARY KEY (district, id),
  constraint picture_supersedes_one FOREIGN KEY (district, supersedes) REFERENCES publication.picture(district, id),
  constraint picture_decision_known CHECK ((decision = ANY (ARRAY['public'::text, 'withheld'::text]))),
  constraint picture_phase_known CHECK ((phase = ANY (ARRAY['before'::text, 'during'::text, 'after'::text]))),
  constraint picture_public_is_whole CHECK (((decision <> 'public'::text) OR ((redacted_digest IS NOT NULL) AND (width > 0) AND (height > 0) AND (checks IS NOT NULL) AND (phase IS NOT NULL) AND (caption <> ''::text) AND (alt <> ''::text)))),
  constraint picture_redacted_is_sha256 CHECK ((redacted_digest ~ '^[0-9a-f]{64}$'::text)),
  constraint picture_source_is_sha256 CHECK ((source_digest ~ '^[0-9a-f]{64}$'::text)),
  constraint picture_stopped_is_withheld CHECK (((NOT at_once) OR (decision = 'withheld'::text))),
  constraint picture_withheld_says_why CHECK (((decision <> 'withheld'::text) OR ((reason <> ''::text) AND (redacted_digest IS NULL))))
);
create unique index picture_first on publication.picture (district, project_id, source_digest) WHERE (supersedes IS NULL);
create index picture_of_programme on publication.picture (district, programme_id);
create unique index picture_superseded_once on publication.picture (district, supersedes) WHERE (supersedes IS NOT NULL);

-- may: select, insert, update, delete
create table publication.edition_picture (
  district character(6) not null,
  edition_id uuid not null,
  project_id uuid not null,
  "position" integer not null,
  picture_id uuid not null,
  digest text not null,
  content jsonb not null,
  constraint edition_picture_pkey PRIMARY KEY (district, edition_id, project_id, "position"),
  constraint edition_picture_of_edition FOREIGN KEY (district, edition_id) REFERENCES publication.edition(district, id),
  constraint edition_picture_was_decided FOREIGN KEY (district, picture_id) REFERENCES publication.picture(district, id),
  constraint edition_picture_digest_is_sha256 CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
);
create index edition_picture_by_digest on publication.edition_picture (district, digest);

-- may: select, insert, update, delete
create table publication.card (
  district character(6) not null,
  promise_id uuid not null,
  card_version integer not null,
  state text not null,
  content jsonb not null,
  reason text,
  edited jsonb not null,
  constraint card_pkey PRIMARY KEY (district, promise_id, card_version),
  constraint card_state_known CHECK ((state = ANY (ARRAY['written'::text, 'withdrawn'::text]))),
  constraint card_version_counts_from_one CHECK ((card_version > 0)),
  constraint card_withdrawn_with_reason CHECK (((state <> 'withdrawn'::text) OR (reason <> ''::text)))
);

-- may: select, insert, update, delete
create table publication.site_address (
  district character(6) not null,
  address text not null,
  version integer default 1 not null,
  constraint site_address_pkey PRIMARY KEY (district),
  constraint site_address_is_of_the_web CHECK ((address ~ '^https?://[^/]+$'::text))
);

-- may: select, insert, update, delete
create table publication.edition_site (
  district character(6) not null,
  edition_id uuid not null,
  "position" integer not null,
  kind text not null,
  content jsonb not null,
  constraint edition_site_pkey PRIMARY KEY (district, edition_id, "position"),
  constraint edition_site_of_edition FOREIGN KEY (district, edition_id) REFERENCES publication.edition(district, id),
  constraint edition_site_kind_is_its_contents CHECK ((NOT ((content ->> 'kind'::text) IS DISTINCT FROM kind))),
  constraint edition_site_water_without_place CHECK (((kind <> ALL (ARRAY['water-source'::text, 'water-plant'::text, 'water-intake'::text, 'water-supply'::text])) OR (COALESCE((content -> 'geometry'::text), 'null'::jsonb) = 'null'::jsonb)))
);

-- may: select, insert, update, delete
create table publication.edition_card (
  district character(6) not null,
  edition_id uuid not null,
  "position" integer not null,
  promise_id uuid not null,
  content jsonb not null,
  constraint edition_card_pkey PRIMARY KEY (district, edition_id, "position"),
  constraint edition_card_once UNIQUE (district, edition_id, promise_id),
  constraint edition_card_of_edition FOREIGN KEY (district, edition_id) REFERENCES publication.edition(district, id)
);

-- may: select, insert, update, delete
create table publication.edition_countersign (
  district character(6) not null,
  edition_id uuid not null,
  unit_id uuid not null,
  unit text not null,
  name text,
  post text,
  on_day date,
  recorded_by text,
  is_typed boolean default false not null,
  constraint edition_countersign_pkey PRIMARY KEY (district, edition_id, unit_id),
  constraint edition_countersign_of_edition FOREIGN KEY (district, edition_id) REFERENCES publication.edition(district, id),
  constraint edition_countersign_is_whole CHECK ((((name IS NULL) AND (post IS NULL) AND (on_day IS NULL) AND (recorded_by IS NULL)) OR ((name <> ''::text) AND (post <> ''::text) AND (on_day IS NOT NULL) AND (recorded_by <> ''::text))))
);

-- may: select, insert, update, delete
create table publication.left_out (
  district character(6) not null,
  id uuid not null,
  programme_id uuid not null,
  promise_id uuid not null,
  basis text not null,
  reason text not null,
  decided_by text not null,
  decided_on date not null,
  recorded_by text not null,
  recorded_on date not null,
  restored_by text,
  restored_on date,
  constraint left_out_pkey PRIMARY KEY (district, id),
  constraint public_left_out_of_a_list FOREIGN KEY (district, programme_id) REFERENCES programme.programme(district, id),
  constraint public_left_out_promise_known FOREIGN KEY (district, promise_id) REFERENCES programme.promise(district, id),
  constraint public_left_out_decided_before_recorded CHECK ((decided_on <= recorded_on)),
  constraint public_left_out_restored_by_somebody CHECK (((restored_by IS NULL) = (restored_on IS NULL))),
  constraint public_left_out_says_why CHECK (((basis <> ''::text) AND (reason <> ''::text) AND (decided_by <> ''::text)))
);
create unique index public_left_out_once on publication.left_out (district, programme_id, promise_id) WHERE (restored_on IS NULL);

-- may: select, insert, update, delete
create table publication.disruption (
  district character(6) not null,
  id uuid not null,
  state text not null,
  from_on date not null,
  until_on date not null,
  content jsonb not null,
  announced jsonb not null,
  withdrawn jsonb,
  reason text,
  constraint disruption_pkey PRIMARY KEY (district, id),
  constraint disruption_runs_forward CHECK ((from_on <= until_on)),
  constraint disruption_state_known CHECK ((state = ANY (ARRAY['announced'::text, 'withdrawn'::text]))),
  constraint disruption_withdrawn_says_why CHECK (((state = 'withdrawn'::text) = ((withdrawn IS NOT NULL) AND (reason <> ''::text))))
);
create index disruption_by_day on publication.disruption (district, until_on);


create schema assessment;

-- may: select, insert, update, delete
create table assessment.sheet (
  district character(6) not null,
  year integer not null,
  sheet_version integer not null,
  content jsonb not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  constraint sheet_pkey PRIMARY KEY (district, year, sheet_version),
  constraint sheet_counts_up CHECK ((sheet_version > 0)),
  constraint sheet_says_why CHECK ((reason <> ''::text))
);

-- may: select, insert, update, delete
create table assessment.difficulty (
  district character(6) not null,
  project_id uuid not null,
  set_no integer not null,
  coefficient numeric not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  constraint difficulty_pkey PRIMARY KEY (district, project_id, set_no),
  constraint difficulty_of_project FOREIGN KEY (district, project_id) REFERENCES programme.project(district, id),
  constraint difficulty_says_why CHECK ((reason <> ''::text)),
  constraint difficulty_sound CHECK (((set_no > 0) AND ((coefficient >= 0.5) AND (coefficient <= (3)::numeric))))
);

-- may: select, insert, update, delete
create table assessment.entry (
  district character(6) not null,
  id uuid not null,
  programme_id uuid not null,
  year integer not null,
  quarter integer not null,
  unit_id uuid not null,
  line_key text not null,
  points numeric not null,
  body text not null,
  evidence text[] not null,
  entered_by text not null,
  entered_on date not null,
  withdrawn_by text,
  withdrawn_reason text,
  constraint entry_pkey PRIMARY KEY (district, id),
  constraint entry_of_a_list FOREIGN KEY (district, programme_id) REFERENCES programme.programme(district, id),
  constraint entry_of_a_unit FOREIGN KEY (district, unit_id) REFERENCES organisation.unit(district, id),
  constraint entry_points_sound CHECK (((points > (0)::numeric) AND (points <= (100)::numeric))),
  constraint entry_quarter_known CHECK (((quarter >= 1) AND (quarter <= 4))),
  constraint entry_with_author CHECK (((entered_by <> ''::text) AND (body <> ''::text))),
  constraint entry_with_evidence CHECK ((evidence <> '{}'::text[])),
  constraint entry_withdrawn_with_reason CHECK (((withdrawn_by IS NULL) = (withdrawn_reason IS NULL)))
);
create index entry_of_quarter on assessment.entry (district, programme_id, year, quarter);

-- may: select, insert, update, delete
create table assessment.round (
  district character(6) not null,
  id uuid not null,
  programme_id uuid not null,
  year integer not null,
  quarter integer not null,
  edition integer not null,
  state text not null,
  content jsonb not null,
  digest text not null,
  appeal_until date not null,
  opened_by text not null,
  opened_on date not null,
  reason text not null,
  final jsonb,
  final_digest text,
  published_by text,
  published_on date,
  version integer default 1 not null,
  constraint round_pkey PRIMARY KEY (district, id),
  constraint round_once_a_quarter UNIQUE (district, programme_id, year, quarter),
  constraint round_of_a_list FOREIGN KEY (district, programme_id) REFERENCES programme.programme(district, id),
  constraint round_digest_is_sha256 CHECK (((digest ~ '^[0-9a-f]{64}$'::text) AND (final_digest ~ '^[0-9a-f]{64}$'::text))),
  constraint round_edition_counts_up CHECK ((edition > 0)),
  constraint round_published_whole CHECK (((state = 'published'::text) = ((final IS NOT NULL) AND (final_digest IS NOT NULL) AND (published_by IS NOT NULL) AND (published_on IS NOT NULL)))),
  constraint round_quarter_known CHECK (((quarter >= 1) AND (quarter <= 4))),
  constraint round_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text])))
);

-- may: select, insert, update, delete
create table assessment.appeal (
  district character(6) not null,
  id uuid not null,
  round_id uuid not null,
  unit_id uuid not null,
  line_key text not null,
  reason text not null,
  evidence text[] not null,
  filed_by text not null,
  filed_on date not null,
  state text not null,
  decision text,
  points numeric,
  decided_by text,
  decided_on date,
  version integer default 1 not null,
  constraint appeal_pkey PRIMARY KEY (district, id),
  constraint appeal_of_a_round FOREIGN KEY (district, round_id) REFERENCES assessment.round(district, id),
  constraint appeal_decided_whole CHECK ((((state = 'open'::text) = (decision IS NULL)) AND ((state = 'open'::text) = (decided_by IS NULL)) AND ((state = 'open'::text) = (decided_on IS NULL)))),
  constraint appeal_points_when_upheld CHECK (((points IS NULL) OR ((state = 'upheld'::text) AND (points >= (0)::numeric)))),
  constraint appeal_says_why CHECK ((reason <> ''::text)),
  constraint appeal_state_known CHECK ((state = ANY (ARRAY['open'::text, 'upheld'::text, 'rejected'::text])))
);
create unique index appeal_open_once on assessment.appeal (district, round_id, unit_id, line_key) WHERE (state = 'open'::text);

-- may: select, insert, update, delete
create table assessment.confirmation (
  district character(6) not null,
  round_id uuid not null,
  unit_id uuid not null,
  edition integer not null,
  on_behalf boolean not null,
  confirmed_by text not null,
  confirmed_on date not null,
  constraint confirmation_pkey PRIMARY KEY (district, round_id, unit_id, edition),
  constraint confirmation_of_a_round FOREIGN KEY (district, round_id) REFERENCES assessment.round(district, id)
);

-- may: select, insert, update, delete
create table assessment.priorities (
  district character(6) not null,
  programme_id uuid not null,
  setting_version integer not null,
  content jsonb not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  constraint priorities_pkey PRIMARY KEY (district, programme_id, setting_version),
  constraint priorities_of_a_list FOREIGN KEY (district, programme_id) REFERENCES programme.programme(district, id),
  constraint priorities_counts_up CHECK ((setting_version > 0)),
  constraint priorities_says_why CHECK ((reason <> ''::text))
);

-- may: select, insert, update, delete
create table assessment.carry_over (
  district character(6) not null,
  promise_id uuid not null,
  decision_no integer not null,
  programme_id uuid not null,
  way text not null,
  to_year integer,
  note text not null,
  decision text not null,
  decided_on date not null,
  recorded_by text not null,
  recorded_on date not null,
  constraint carry_over_pkey PRIMARY KEY (district, promise_id, decision_no),
  constraint carry_over_of_a_promise FOREIGN KEY (district, promise_id) REFERENCES programme.promise(district, id),
  constraint carry_over_counts_up CHECK ((decision_no > 0)),
  constraint carry_over_decided_before_recorded CHECK ((decided_on <= recorded_on)),
  constraint carry_over_names_its_year CHECK (((way = 'next-year'::text) = (to_year IS NOT NULL))),
  constraint carry_over_says_why CHECK (((note <> ''::text) AND (decision <> ''::text))),
  constraint carry_over_way_known CHECK ((way = ANY (ARRAY['next-year'::text, 'stopped'::text, 'none'::text])))
);

-- may: select, insert, update, delete
create table assessment.settlement (
  district character(6) not null,
  programme_id uuid not null,
  content jsonb not null,
  digest text not null,
  as_of date not null,
  settled_by text not null,
  settled_on date not null,
  constraint settlement_pkey PRIMARY KEY (district, programme_id),
  constraint settlement_of_a_list FOREIGN KEY (district, programme_id) REFERENCES programme.programme(district, id),
  constraint settlement_digest_is_sha256 CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
);


create schema archive;

-- may: select, insert, update, delete
create table archive.bundle (
  district character(6) not null,
  id uuid not null,
  programme_id uuid not null,
  project_id uuid,
  name text not null,
  with_originals boolean not null,
  purpose text,
  entries jsonb not null,
  gaps jsonb not null,
  size bigint not null,
  made jsonb not null,
  made_at timestamp with time zone not null,
  constraint bundle_pkey PRIMARY KEY (district, id),
  constraint bundle_named CHECK ((name <> ''::text)),
  constraint bundle_originals_for_a_purpose CHECK ((with_originals = (purpose IS NOT NULL))),
  constraint bundle_size_positive CHECK ((size > 0))
);
create index bundle_of_programme on archive.bundle (district, programme_id, made_at);


create schema notices;

-- may: select, insert, update, delete
create table notices.evening (
  district character(6) not null,
  made_on date not null,
  until_on date not null,
  persons integer not null,
  lines integer not null,
  unreached jsonb not null,
  made_at timestamp with time zone not null,
  constraint evening_pkey PRIMARY KEY (district, made_on),
  constraint evening_lines_sound CHECK ((lines >= 0)),
  constraint evening_looks_ahead CHECK ((until_on > made_on)),
  constraint evening_persons_sound CHECK ((persons >= 0))
);

-- may: select, insert, update, delete
create table notices.notice (
  district character(6) not null,
  id uuid not null,
  person_id uuid not null,
  made_on date not null,
  cause text not null,
  until_on date not null,
  lines jsonb not null,
  made_at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint notice_pkey PRIMARY KEY (district, id),
  constraint notice_once_a_day UNIQUE (district, person_id, made_on, cause),
  constraint notice_cause_given CHECK ((cause <> ''::text)),
  constraint notice_says_something CHECK ((jsonb_array_length(lines) > 0))
);
create index notice_by_day on notices.notice (district, made_on);

-- may: select, insert, update, delete
create table notices.preference (
  district character(6) not null,
  person_id uuid not null,
  address text,
  wants_mail boolean not null,
  version integer default 1 not null,
  constraint preference_pkey PRIMARY KEY (district, person_id),
  constraint preference_mail_needs_address CHECK (((NOT wants_mail) OR (address IS NOT NULL)))
);

-- may: select, insert, update, delete
create table notices.robot (
  district character(6) not null,
  id uuid not null,
  unit_id uuid,
  kind text not null,
  name text not null,
  address text not null,
  secret text,
  is_active boolean not null,
  set_by text not null,
  set_on date not null,
  version integer default 1 not null,
  constraint robot_pkey PRIMARY KEY (district, id),
  constraint robot_kind_known CHECK ((kind = ANY (ARRAY['wecom'::text, 'dingtalk'::text]))),
  constraint robot_name_sound CHECK ((name <> ''::text)),
  constraint robot_secret_is_dingtalks CHECK (((kind = 'dingtalk'::text) OR (secret IS NULL)))
);

-- may: select, insert, update, delete
create table notices.message (
  district character(6) not null,
  id uuid not null,
  once text not null,
  purpose text not null,
  notice_id uuid,
  person_id uuid,
  robot_id uuid,
  made_on date not null,
  until_on date,
  lines jsonb,
  state text not null,
  tries integer default 0 not null,
  next_try_at timestamp with time zone,
  claimed_at timestamp with time zone,
  ended_at timestamp with time zone,
  reason text,
  constraint message_pkey PRIMARY KEY (district, id),
  constraint message_once UNIQUE (district, once),
  constraint message_of_known_notice FOREIGN KEY (district, notice_id) REFERENCES notices.notice(district, id),
  constraint message_to_known_robot FOREIGN KEY (district, robot_id) REFERENCES notices.robot(district, id),
  constraint message_claimed_at_a_time CHECK (((state <> 'claimed'::text) OR (claimed_at IS NOT NULL))),
  constraint message_ended_or_under_way CHECK (((ended_at IS NULL) = (state = ANY (ARRAY['waiting'::text, 'claimed'::text])))),
  constraint message_failed_with_reason CHECK (((state <> ALL (ARRAY['refused'::text, 'unsure'::text])) OR (reason IS NOT NULL))),
  constraint message_purpose_known CHECK ((purpose = ANY (ARRAY['notice'::text, 'test'::text]))),
  constraint message_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'claimed'::text, 'sent'::text, 'refused'::text, 'unsure'::text]))),
  constraint message_to_one CHECK (((person_id IS NULL) <> (robot_id IS NULL))),
  constraint message_tries_sound CHECK ((tries >= 0)),
  constraint message_waits_for_a_time CHECK (((state = 'waiting'::text) = (next_try_at IS NOT NULL)))
);
create index message_by_day on notices.message (district, made_on);
create index message_under_way on notices.message (district, next_try_at) WHERE (state = ANY (ARRAY['waiting'::text, 'claimed'::text]));

-- may: select, insert, update, delete
create table notices.feed (
  district character(6) not null,
  id uuid not null,
  token_digest text not null,
  person_id uuid,
  unit_id uuid,
  made_by uuid not null,
  made_on date not null,
  revoked_on date,
  constraint feed_pkey PRIMARY KEY (district, id),
  constraint feed_address_once UNIQUE (district, token_digest),
  constraint feed_of_one CHECK (((person_id IS NULL) <> (unit_id IS NULL))),
  constraint feed_revoked_after_made CHECK ((revoked_on >= made_on))
);
create index feed_of_person on notices.feed (district, made_by);

-- may: select, insert, update, delete
create table notices.setting (
  district character(6) not null,
  setting_version integer not null,
  value jsonb not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  constraint setting_pkey PRIMARY KEY (district, setting_version),
  constraint setting_reason_given CHECK ((reason <> ''::text)),
  constraint setting_version_sound CHECK ((setting_version > 0))
);


CREATE OR REPLACE FUNCTION platform.await_head(of_district character, wanted text, wanted_seq bigint, before_wanted bigint)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
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
$function$
;


-- Row-level security, forced on the owner too: a transaction sees the district it has named, and no other.

alter table platform.journal_head enable row level security;
alter table platform.journal_head force row level security;
create policy every_head on platform.journal_head using (true);
create policy own_district on platform.journal_head using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table platform.journal_entry enable row level security;
alter table platform.journal_entry force row level security;
create policy own_district on platform.journal_entry using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table platform.change enable row level security;
alter table platform.change force row level security;
create policy own_district on platform.change using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table platform.outcome enable row level security;
alter table platform.outcome force row level security;
create policy own_district on platform.outcome using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table platform.audit enable row level security;
alter table platform.audit force row level security;
create policy own_district on platform.audit using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table platform.file enable row level security;
alter table platform.file force row level security;
create policy own_district on platform.file using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table platform.setting enable row level security;
alter table platform.setting force row level security;
create policy own_district on platform.setting using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table platform.change_batch enable row level security;
alter table platform.change_batch force row level security;
create policy own_district on platform.change_batch using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table organisation.unit enable row level security;
alter table organisation.unit force row level security;
create policy own_district on organisation.unit using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table organisation.person enable row level security;
alter table organisation.person force row level security;
create policy own_district on organisation.person using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table organisation.post enable row level security;
alter table organisation.post force row level security;
create policy own_district on organisation.post using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table organisation.holding enable row level security;
alter table organisation.holding force row level security;
create policy own_district on organisation.holding using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table ballot.session enable row level security;
alter table ballot.session force row level security;
create policy own_district on ballot.session using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table ballot.sheet enable row level security;
alter table ballot.sheet force row level security;
create policy own_district on ballot.sheet using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table ballot.roll enable row level security;
alter table ballot.roll force row level security;
create policy own_district on ballot.roll using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table ballot.candidate enable row level security;
alter table ballot.candidate force row level security;
create policy own_district on ballot.candidate using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table ballot.opinion enable row level security;
alter table ballot.opinion force row level security;
create policy own_district on ballot.opinion using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table ballot.officer enable row level security;
alter table ballot.officer force row level security;
create policy own_district on ballot.officer using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table ballot.round enable row level security;
alter table ballot.round force row level security;
create policy own_district on ballot.round using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table ballot.proceeding enable row level security;
alter table ballot.proceeding force row level security;
create policy own_district on ballot.proceeding using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table ballot.paper_issue enable row level security;
alter table ballot.paper_issue force row level security;
create policy own_district on ballot.paper_issue using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table ballot.bundle enable row level security;
alter table ballot.bundle force row level security;
create policy own_district on ballot.bundle using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table ballot.bundle_entry enable row level security;
alter table ballot.bundle_entry force row level security;
create policy own_district on ballot.bundle_entry using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table ballot.notice enable row level security;
alter table ballot.notice force row level security;
create policy own_district on ballot.notice using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table ballot.undoing enable row level security;
alter table ballot.undoing force row level security;
create policy own_district on ballot.undoing using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table ballot.box enable row level security;
alter table ballot.box force row level security;
create policy own_district on ballot.box using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table ballot.trustee enable row level security;
alter table ballot.trustee force row level security;
create policy own_district on ballot.trustee using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table ballot.sealed_paper enable row level security;
alter table ballot.sealed_paper force row level security;
create policy own_district on ballot.sealed_paper using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table programme.programme enable row level security;
alter table programme.programme force row level security;
create policy own_district on programme.programme using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table programme.project enable row level security;
alter table programme.project force row level security;
create policy own_district on programme.project using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table programme.promise enable row level security;
alter table programme.promise force row level security;
create policy own_district on programme.promise using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table programme.step enable row level security;
alter table programme.step force row level security;
create policy own_district on programme.step using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table programme.adjustment enable row level security;
alter table programme.adjustment force row level security;
create policy own_district on programme.adjustment using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table programme.overseeing enable row level security;
alter table programme.overseeing force row level security;
create policy own_district on programme.overseeing using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table programme.responsible_change enable row level security;
alter table programme.responsible_change force row level security;
create policy own_district on programme.responsible_change using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table planning.area enable row level security;
alter table planning.area force row level security;
create policy own_district on planning.area using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table planning.outline enable row level security;
alter table planning.outline force row level security;
create policy own_district on planning.outline using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table planning.site enable row level security;
alter table planning.site force row level security;
create policy own_district on planning.site using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table planning.site_change enable row level security;
alter table planning.site_change force row level security;
create policy own_district on planning.site_change using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table planning.task enable row level security;
alter table planning.task force row level security;
create policy own_district on planning.task using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table planning.task_unit enable row level security;
alter table planning.task_unit force row level security;
create policy own_district on planning.task_unit using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table planning.task_fund enable row level security;
alter table planning.task_fund force row level security;
create policy own_district on planning.task_fund using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table planning.task_goal enable row level security;
alter table planning.task_goal force row level security;
create policy own_district on planning.task_goal using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table planning.task_site enable row level security;
alter table planning.task_site force row level security;
create policy own_district on planning.task_site using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table planning.claim enable row level security;
alter table planning.claim force row level security;
create policy own_district on planning.claim using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table planning.task_change enable row level security;
alter table planning.task_change force row level security;
create policy own_district on planning.task_change using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table planning.holiday_year enable row level security;
alter table planning.holiday_year force row level security;
create policy own_district on planning.holiday_year using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table planning.calendar enable row level security;
alter table planning.calendar force row level security;
create policy own_district on planning.calendar using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table planning.place_calendar enable row level security;
alter table planning.place_calendar force row level security;
create policy own_district on planning.place_calendar using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table planning.network enable row level security;
alter table planning.network force row level security;
create policy own_district on planning.network using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table planning.network_change enable row level security;
alter table planning.network_change force row level security;
create policy own_district on planning.network_change using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table planning.activity enable row level security;
alter table planning.activity force row level security;
create policy own_district on planning.activity using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table planning.activity_link enable row level security;
alter table planning.activity_link force row level security;
create policy own_district on planning.activity_link using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table planning.baseline enable row level security;
alter table planning.baseline force row level security;
create policy own_district on planning.baseline using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table planning.day_node enable row level security;
alter table planning.day_node force row level security;
create policy own_district on planning.day_node using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table planning.step_plan enable row level security;
alter table planning.step_plan force row level security;
create policy own_district on planning.step_plan using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table planning.step_override enable row level security;
alter table planning.step_override force row level security;
create policy own_district on planning.step_override using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table planning.step_act enable row level security;
alter table planning.step_act force row level security;
create policy own_district on planning.step_act using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table planning.template enable row level security;
alter table planning.template force row level security;
create policy own_district on planning.template using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table delivery.report enable row level security;
alter table delivery.report force row level security;
create policy own_district on delivery.report using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table delivery.trajectory enable row level security;
alter table delivery.trajectory force row level security;
create policy own_district on delivery.trajectory using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table delivery.acceptance enable row level security;
alter table delivery.acceptance force row level security;
create policy own_district on delivery.acceptance using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table delivery.month_light enable row level security;
alter table delivery.month_light force row level security;
create policy own_district on delivery.month_light using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table delivery.light_settings enable row level security;
alter table delivery.light_settings force row level security;
create policy own_district on delivery.light_settings using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table delivery.setting enable row level security;
alter table delivery.setting force row level security;
create policy own_district on delivery.setting using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table delivery.key_act enable row level security;
alter table delivery.key_act force row level security;
create policy own_district on delivery.key_act using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table delivery.entry_exception enable row level security;
alter table delivery.entry_exception force row level security;
create policy own_district on delivery.entry_exception using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table delivery.sample enable row level security;
alter table delivery.sample force row level security;
create policy own_district on delivery.sample using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table delivery.verdict enable row level security;
alter table delivery.verdict force row level security;
create policy own_district on delivery.verdict using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table delivery.count_source enable row level security;
alter table delivery.count_source force row level security;
create policy own_district on delivery.count_source using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table collection.calendar enable row level security;
alter table collection.calendar force row level security;
create policy own_district on collection.calendar using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table collection.period enable row level security;
alter table collection.period force row level security;
create policy own_district on collection.period using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table collection.batch enable row level security;
alter table collection.batch force row level security;
create policy own_district on collection.batch using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table collection.returned_file enable row level security;
alter table collection.returned_file force row level security;
create policy own_district on collection.returned_file using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table collection.taken_row enable row level security;
alter table collection.taken_row force row level security;
create policy own_district on collection.taken_row using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table collection.template enable row level security;
alter table collection.template force row level security;
create policy own_district on collection.template using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table records.definition enable row level security;
alter table records.definition force row level security;
create policy own_district on records.definition using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table records.entry enable row level security;
alter table records.entry force row level security;
create policy own_district on records.entry using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table records.visit enable row level security;
alter table records.visit force row level security;
create policy own_district on records.visit using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table records.visit_need enable row level security;
alter table records.visit_need force row level security;
create policy own_district on records.visit_need using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table records.roster enable row level security;
alter table records.roster force row level security;
create policy own_district on records.roster using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table records.service_kind enable row level security;
alter table records.service_kind force row level security;
create policy own_district on records.service_kind using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table records.eligibility_rule enable row level security;
alter table records.eligibility_rule force row level security;
create policy own_district on records.eligibility_rule using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table records.import enable row level security;
alter table records.import force row level security;
create policy own_district on records.import using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table records.person enable row level security;
alter table records.person force row level security;
create policy own_district on records.person using ((district = ( SELECT (current_setting('luoshi.district'::text, true))::bpchar AS current_setting))) with check ((district = ( SELECT (current_setting('luoshi.district'::text, true))::bpchar AS current_setting)));

alter table records.import_fault enable row level security;
alter table records.import_fault force row level security;
create policy own_district on records.import_fault using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table records.sign_in enable row level security;
alter table records.sign_in force row level security;
create policy own_district on records.sign_in using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table records.person_link enable row level security;
alter table records.person_link force row level security;
create policy own_district on records.person_link using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table records.duplicate_share enable row level security;
alter table records.duplicate_share force row level security;
create policy own_district on records.duplicate_share using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table records.roll_block enable row level security;
alter table records.roll_block force row level security;
create policy own_district on records.roll_block using ((district = ( SELECT (current_setting('luoshi.district'::text, true))::bpchar AS current_setting))) with check ((district = ( SELECT (current_setting('luoshi.district'::text, true))::bpchar AS current_setting)));

alter table records.roll_person enable row level security;
alter table records.roll_person force row level security;
create policy own_district on records.roll_person using ((district = ( SELECT (current_setting('luoshi.district'::text, true))::bpchar AS current_setting))) with check ((district = ( SELECT (current_setting('luoshi.district'::text, true))::bpchar AS current_setting)));

alter table records.person_seal enable row level security;
alter table records.person_seal force row level security;
create policy own_district on records.person_seal using ((district = ( SELECT (current_setting('luoshi.district'::text, true))::bpchar AS current_setting))) with check ((district = ( SELECT (current_setting('luoshi.district'::text, true))::bpchar AS current_setting)));

alter table records.sign_in_taken_back enable row level security;
alter table records.sign_in_taken_back force row level security;
create policy own_district on records.sign_in_taken_back using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table records.list_change enable row level security;
alter table records.list_change force row level security;
create policy own_district on records.list_change using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table orders.item enable row level security;
alter table orders.item force row level security;
create policy own_district on orders.item using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table orders.event enable row level security;
alter table orders.event force row level security;
create policy own_district on orders.event using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table orders.timer enable row level security;
alter table orders.timer force row level security;
create policy own_district on orders.timer using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table orders.profile_setting enable row level security;
alter table orders.profile_setting force row level security;
create policy own_district on orders.profile_setting using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table orders.request enable row level security;
alter table orders.request force row level security;
create policy own_district on orders.request using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table orders.clearing enable row level security;
alter table orders.clearing force row level security;
create policy own_district on orders.clearing using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table orders.slip enable row level security;
alter table orders.slip force row level security;
create policy own_district on orders.slip using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table orders.proposal enable row level security;
alter table orders.proposal force row level security;
create policy own_district on orders.proposal using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table orders.instruction enable row level security;
alter table orders.instruction force row level security;
create policy own_district on orders.instruction using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table orders.sample enable row level security;
alter table orders.sample force row level security;
create policy own_district on orders.sample using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table orders.revisit enable row level security;
alter table orders.revisit force row level security;
create policy own_district on orders.revisit using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table rhythm.weekly_check enable row level security;
alter table rhythm.weekly_check force row level security;
create policy own_district on rhythm.weekly_check using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table rhythm.week_asked enable row level security;
alter table rhythm.week_asked force row level security;
create policy own_district on rhythm.week_asked using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table rhythm.closed_week enable row level security;
alter table rhythm.closed_week force row level security;
create policy own_district on rhythm.closed_week using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table rhythm.blocker enable row level security;
alter table rhythm.blocker force row level security;
create policy own_district on rhythm.blocker using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table rhythm.blocker_step enable row level security;
alter table rhythm.blocker_step force row level security;
create policy own_district on rhythm.blocker_step using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table rhythm.setting enable row level security;
alter table rhythm.setting force row level security;
create policy own_district on rhythm.setting using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table rhythm.letter enable row level security;
alter table rhythm.letter force row level security;
create policy own_district on rhythm.letter using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table rhythm.letter_answer enable row level security;
alter table rhythm.letter_answer force row level security;
create policy own_district on rhythm.letter_answer using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table rhythm.on_site_case enable row level security;
alter table rhythm.on_site_case force row level security;
create policy own_district on rhythm.on_site_case using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table rhythm.meeting enable row level security;
alter table rhythm.meeting force row level security;
create policy own_district on rhythm.meeting using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table rhythm.agenda_change enable row level security;
alter table rhythm.agenda_change force row level security;
create policy own_district on rhythm.agenda_change using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table rhythm.agenda_item enable row level security;
alter table rhythm.agenda_item force row level security;
create policy own_district on rhythm.agenda_item using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table rhythm.decision enable row level security;
alter table rhythm.decision force row level security;
create policy own_district on rhythm.decision using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table rhythm.attendance enable row level security;
alter table rhythm.attendance force row level security;
create policy own_district on rhythm.attendance using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table supervision.statement enable row level security;
alter table supervision.statement force row level security;
create policy own_district on supervision.statement using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table supervision.bulletin enable row level security;
alter table supervision.bulletin force row level security;
create policy own_district on supervision.bulletin using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table supervision.bulletin_text enable row level security;
alter table supervision.bulletin_text force row level security;
create policy own_district on supervision.bulletin_text using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table supervision.document enable row level security;
alter table supervision.document force row level security;
create policy own_district on supervision.document using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table supervision.document_step enable row level security;
alter table supervision.document_step force row level security;
create policy own_district on supervision.document_step using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table supervision.left_out enable row level security;
alter table supervision.left_out force row level security;
create policy own_district on supervision.left_out using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table supervision.decision_sentence enable row level security;
alter table supervision.decision_sentence force row level security;
create policy own_district on supervision.decision_sentence using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table supervision.circulation_setting enable row level security;
alter table supervision.circulation_setting force row level security;
create policy own_district on supervision.circulation_setting using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table supervision.standing_text enable row level security;
alter table supervision.standing_text force row level security;
create policy own_district on supervision.standing_text using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table supervision.series enable row level security;
alter table supervision.series force row level security;
create policy own_district on supervision.series using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table supervision.month_figures enable row level security;
alter table supervision.month_figures force row level security;
create policy own_district on supervision.month_figures using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table supervision.correction enable row level security;
alter table supervision.correction force row level security;
create policy own_district on supervision.correction using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table publication.edition enable row level security;
alter table publication.edition force row level security;
create policy own_district on publication.edition using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table publication.figure enable row level security;
alter table publication.figure force row level security;
create policy own_district on publication.figure using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table publication.override enable row level security;
alter table publication.override force row level security;
create policy own_district on publication.override using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table publication.picture enable row level security;
alter table publication.picture force row level security;
create policy own_district on publication.picture using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table publication.edition_picture enable row level security;
alter table publication.edition_picture force row level security;
create policy own_district on publication.edition_picture using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table publication.card enable row level security;
alter table publication.card force row level security;
create policy own_district on publication.card using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table publication.site_address enable row level security;
alter table publication.site_address force row level security;
create policy own_district on publication.site_address using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table publication.edition_site enable row level security;
alter table publication.edition_site force row level security;
create policy own_district on publication.edition_site using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table publication.edition_card enable row level security;
alter table publication.edition_card force row level security;
create policy own_district on publication.edition_card using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table publication.edition_countersign enable row level security;
alter table publication.edition_countersign force row level security;
create policy own_district on publication.edition_countersign using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table publication.left_out enable row level security;
alter table publication.left_out force row level security;
create policy own_district on publication.left_out using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table publication.disruption enable row level security;
alter table publication.disruption force row level security;
create policy own_district on publication.disruption using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table assessment.sheet enable row level security;
alter table assessment.sheet force row level security;
create policy own_district on assessment.sheet using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table assessment.difficulty enable row level security;
alter table assessment.difficulty force row level security;
create policy own_district on assessment.difficulty using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table assessment.entry enable row level security;
alter table assessment.entry force row level security;
create policy own_district on assessment.entry using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table assessment.round enable row level security;
alter table assessment.round force row level security;
create policy own_district on assessment.round using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table assessment.appeal enable row level security;
alter table assessment.appeal force row level security;
create policy own_district on assessment.appeal using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table assessment.confirmation enable row level security;
alter table assessment.confirmation force row level security;
create policy own_district on assessment.confirmation using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table assessment.priorities enable row level security;
alter table assessment.priorities force row level security;
create policy own_district on assessment.priorities using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table assessment.carry_over enable row level security;
alter table assessment.carry_over force row level security;
create policy own_district on assessment.carry_over using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table assessment.settlement enable row level security;
alter table assessment.settlement force row level security;
create policy own_district on assessment.settlement using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table archive.bundle enable row level security;
alter table archive.bundle force row level security;
create policy own_district on archive.bundle using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table notices.evening enable row level security;
alter table notices.evening force row level security;
create policy own_district on notices.evening using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table notices.notice enable row level security;
alter table notices.notice force row level security;
create policy own_district on notices.notice using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table notices.preference enable row level security;
alter table notices.preference force row level security;
create policy own_district on notices.preference using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table notices.robot enable row level security;
alter table notices.robot force row level security;
create policy own_district on notices.robot using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table notices.message enable row level security;
alter table notices.message force row level security;
create policy own_district on notices.message using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table notices.feed enable row level security;
alter table notices.feed force row level security;
create policy own_district on notices.feed using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));

alter table notices.setting enable row level security;
alter table notices.setting force row level security;
create policy own_district on notices.setting using (((district)::text = current_setting('luoshi.district'::text, true))) with check (((district)::text = current_setting('luoshi.district'::text, true)));
