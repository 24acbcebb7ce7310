-- A session of the people's congress that votes: its rule sheet, its roll, its candidate projects, its officers, its paper count and its notices.
-- Operator: creates the schema "ballot"; nothing to do. The roll of deputies is personal data and lies encrypted.
create schema if not exists ballot;

create table ballot.session (
  district char(6) not null,
  id uuid not null,
  title text not null,
  for_year integer not null,              -- the year that the chosen projects are for
  opens_on date not null,
  state text not null default 'preparing',
  sheet_version integer not null,         -- the version that stands
  sheet_state text not null,
  sheet_digest text,                      -- of the sheet as the plenary adopted it
  list_decision text,                     -- 主席团: how the list put to the vote was settled
  list_settled_on date,
  opened_at timestamptz,
  version integer not null default 1,
  primary key (district, id),
  constraint session_has_title check (title <> ''),
  constraint session_state_known check (state in ('preparing', 'sitting', 'announced')),
  constraint session_sheet_state_known check (sheet_state in ('draft', 'presidium', 'adopted')),
  constraint session_adopted_has_digest check ((sheet_state = 'adopted') = (sheet_digest is not null)),
  constraint session_digest_is_sha256 check (sheet_digest ~ '^[0-9a-f]{64}$'),
  constraint session_sits_by_adopted_sheet check (state = 'preparing' or (sheet_state = 'adopted' and list_settled_on is not null)),
  constraint session_list_settled_by_decision check ((list_decision is null) = (list_settled_on is null))
);

-- 表决办法, every version of it; the newest holds.
create table ballot.sheet (
  district char(6) not null,
  session_id uuid not null,
  sheet_version integer not null,
  content jsonb not null,
  state text not null,
  note text not null,
  made_by text not null,
  made_on date not null,
  primary key (district, session_id, sheet_version),
  constraint sheet_of_session foreign key (district, session_id) references ballot.session (district, id),
  constraint sheet_counts_up check (sheet_version > 0),
  constraint sheet_state_known check (state in ('draft', 'presidium', 'adopted'))
);

-- 名册: one line a deputy. Name, unit and the note of a leave are encrypted; what a deputy chose is nowhere.
create table ballot.roll (
  district char(6) not null,
  id uuid not null,
  session_id uuid not null,
  position integer not null,
  delegation text not null,
  name text not null,
  name_digest text not null,
  unit text,
  unit_digest text,
  attendance text not null default 'unknown',
  leave_note text,
  primary key (district, id),
  constraint roll_of_session foreign key (district, session_id) references ballot.session (district, id),
  constraint roll_in_delegation check (delegation <> ''),
  constraint roll_attendance_known check (attendance in ('unknown', 'present', 'leave', 'absent')),
  constraint roll_note_of_a_leave check (leave_note is null or attendance = 'leave')
);
create index roll_of_a_session on ballot.roll (district, session_id, position);

-- 候选项目: its id is the project's id for ever.
create table ballot.candidate (
  district char(6) not null,
  id uuid not null,
  session_id uuid not null,
  position integer not null,
  name text not null,
  basis text not null default '',
  content text not null default '',
  investment text not null default '',
  fund_source text not null default '',
  place text not null default '',
  finish_time text not null default '',
  lead_unit text not null default '',
  withdrawn_reason text,
  version integer not null default 1,
  primary key (district, id),
  constraint candidate_of_session foreign key (district, session_id) references ballot.session (district, id),
  constraint candidate_has_name check (name <> '')
);
create index candidate_of_a_session on ballot.candidate (district, session_id, position);

-- 审议意见 of a delegation, and how the presidium dealt with it.
create table ballot.opinion (
  district char(6) not null,
  id uuid not null,
  session_id uuid not null,
  candidate_id uuid,
  delegation text not null,
  body text not null,
  recorded_by text not null,
  recorded_on date not null,
  settlement text,
  settled_on date,
  primary key (district, id),
  constraint opinion_of_session foreign key (district, session_id) references ballot.session (district, id),
  constraint opinion_on_candidate foreign key (district, candidate_id) references ballot.candidate (district, id),
  constraint opinion_says_something check (body <> '' and delegation <> ''),
  constraint opinion_settled_on_a_day check ((settlement is null) = (settled_on is null))
);

-- 总监票人、监票人、计票人. Names of persons lie encrypted.
create table ballot.officer (
  district char(6) not null,
  id uuid not null,
  session_id uuid not null,
  office text not null,
  name text not null,
  unit text not null,
  delegation text not null default '',
  primary key (district, id),
  constraint officer_of_session foreign key (district, session_id) references ballot.session (district, id),
  constraint officer_office_known check (office in ('chief-scrutineer', 'scrutineer', 'teller'))
);
create unique index officer_one_chief on ballot.officer (district, session_id) where office = 'chief-scrutineer';

-- 轮次: the first vote, or a second one among the tied or for the seats left open.
create table ballot.round (
  district char(6) not null,
  id uuid not null,
  session_id uuid not null,
  position integer not null,
  cause text not null,
  after_id uuid,
  decision text not null,                 -- 主席团: why there is this vote
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
  source text not null default 'paper',
  sheet jsonb,                            -- 计票单, with the decision
  outcome jsonb,
  decided_by text,
  decided_on date,
  version integer not null default 1,
  primary key (district, id),
  constraint round_of_session foreign key (district, session_id) references ballot.session (district, id),
  constraint round_after_another foreign key (district, after_id) references ballot.round (district, id),
  constraint round_in_order unique (district, session_id, position),
  constraint round_cause_known check (cause in ('first', 'tie', 'shortage', 'void')),
  constraint round_second_is_linked check ((cause = 'first') = (after_id is null) and (cause = 'first') = (position = 1)),
  constraint round_state_known check (state in ('issuing', 'voting', 'counting', 'decided')),
  constraint round_source_known check (source in ('paper', 'keypad', 'electronic')),
  constraint round_within_roll check (attending between 0 and roll_count),
  constraint round_papers_reconcile check (issued >= 0 and issued <= attending and (collected is null or collected <= issued)),
  constraint round_decided_is_complete check ((state = 'decided') = (outcome is not null) and (outcome is null) = (sheet is null)),
  constraint round_seats_for_candidates check (seats > 0 and cardinality(candidate_ids) > 0)
);

-- 会议议程: what was done, in its order; what was skipped says why.
create table ballot.proceeding (
  district char(6) not null,
  id uuid not null,
  session_id uuid not null,
  round_id uuid,
  step text not null,
  note text not null default '',
  skipped_reason text,
  undone_reason text,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (district, id),
  constraint proceeding_of_session foreign key (district, session_id) references ballot.session (district, id),
  constraint proceeding_of_round foreign key (district, round_id) references ballot.round (district, id),
  constraint proceeding_skip_says_why check (skipped_reason is null or skipped_reason <> '')
);
create unique index proceeding_once on ballot.proceeding (district, session_id, step, round_id) where undone_reason is null;

-- 发票: papers handed to a delegation. No number of a paper, no name.
create table ballot.paper_issue (
  district char(6) not null,
  round_id uuid not null,
  delegation text not null,
  papers integer not null,
  recorded_by text not null,
  primary key (district, round_id, delegation),
  constraint paper_issue_of_round foreign key (district, round_id) references ballot.round (district, id),
  constraint paper_issue_not_negative check (papers >= 0)
);

-- 捆: collected papers tied together; its serial stands on the cover, on no paper.
create table ballot.bundle (
  district char(6) not null,
  id uuid not null,
  round_id uuid not null,
  serial integer not null,
  figures jsonb,                          -- as settled, by agreement of two or by a scrutineer
  settled_by text,
  settled_reason text,
  version integer not null default 1,
  primary key (district, id),
  constraint bundle_of_round foreign key (district, round_id) references ballot.round (district, id),
  constraint bundle_serial_once unique (district, round_id, serial),
  constraint bundle_settled_by_somebody check ((figures is null) = (settled_by is null))
);

-- 录入: what one person read off a bundle. Two for each bundle, by two persons; one that was taken back stays with its reason.
create table ballot.bundle_entry (
  district char(6) not null,
  id uuid not null,
  bundle_id uuid not null,
  seat integer not null,
  account_id text not null,
  keyed_by text not null,
  keyed_at timestamptz not null,
  figures jsonb not null,
  source_name text,                       -- the file of a keypad system
  source_digest text,
  withdrawn_reason text,
  withdrawn_by text,
  primary key (district, id),
  constraint bundle_entry_of_bundle foreign key (district, bundle_id) references ballot.bundle (district, id),
  constraint bundle_entry_first_or_second check (seat in (1, 2)),
  constraint bundle_entry_withdrawn_says_why check ((withdrawn_reason is null) = (withdrawn_by is null))
);
create unique index bundle_entry_one_a_seat on ballot.bundle_entry (district, bundle_id, seat) where withdrawn_reason is null;
create unique index bundle_entry_one_a_person on ballot.bundle_entry (district, bundle_id, account_id) where withdrawn_reason is null;

-- 公告: what was announced, as it was announced; a correcting notice supersedes it and rewrites nothing.
create table ballot.notice (
  district char(6) not null,
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
  primary key (district, id),
  constraint notice_of_session foreign key (district, session_id) references ballot.session (district, id),
  constraint notice_of_another foreign key (district, supersedes_id) references ballot.notice (district, id),
  constraint notice_serial_once unique (district, session_id, serial),
  constraint notice_superseded_once unique (district, supersedes_id),
  constraint notice_correction_says_why check ((supersedes_id is null) = (reason is null)),
  constraint notice_signed check (signed_by <> '')
);

-- 更正: what was undone before the result was announced, and why.
create table ballot.undoing (
  district char(6) not null,
  id uuid not null,
  session_id uuid not null,
  what text not null,
  subject_id uuid not null,
  before jsonb not null,
  reason text not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (district, id),
  constraint undoing_of_session foreign key (district, session_id) references ballot.session (district, id),
  constraint undoing_says_why check (reason <> '')
);
