-- Notices: the inbox of each person, what goes out by mail and to robots, and calendars by secret address.
-- Operator: creates the schema "notices"; nothing leaves the house before mail or a robot is set up (docs/operators/mail-and-robots.md).
create schema notices;

-- One row for each evening on which reminders were made: a second run finds it and makes none.
create table notices.evening (
  district char(6) not null,
  made_on date not null,
  until_on date not null,
  persons integer not null constraint evening_persons_sound check (persons >= 0),
  lines integer not null constraint evening_lines_sound check (lines >= 0),
  unreached jsonb not null,                       -- what nobody could be told, because no post is held
  made_at timestamptz not null,
  primary key (district, made_on),
  constraint evening_looks_ahead check (until_on > made_on)
);

create table notices.notice (
  district char(6) not null,
  id uuid not null,
  person_id uuid not null,
  made_on date not null,
  cause text not null constraint notice_cause_given check (cause <> ''),  -- `evening`, or the duty that could not wait for it
  until_on date not null,
  lines jsonb not null constraint notice_says_something check (jsonb_array_length(lines) > 0),
  made_at timestamptz not null,
  read_at timestamptz,
  primary key (district, id),
  constraint notice_once_a_day unique (district, person_id, made_on, cause)
);
create index notice_by_day on notices.notice (district, made_on);

create table notices.preference (
  district char(6) not null,
  person_id uuid not null,
  address text,                                   -- encrypted
  wants_mail boolean not null,
  version integer not null default 1,
  primary key (district, person_id),
  constraint preference_mail_needs_address check (not wants_mail or address is not null)
);

create table notices.robot (
  district char(6) not null,
  id uuid not null,
  unit_id uuid,                                   -- null: the whole district
  kind text not null constraint robot_kind_known check (kind in ('wecom', 'dingtalk')),
  name text not null constraint robot_name_sound check (name <> ''),
  address text not null,                          -- encrypted: whoever knows it can write to the group
  secret text,                                    -- encrypted
  is_active boolean not null,
  set_by text not null,
  set_on date not null,
  version integer not null default 1,
  primary key (district, id),
  constraint robot_secret_is_dingtalks check (kind = 'dingtalk' or secret is null)
);

create table notices.message (
  district char(6) not null,
  id uuid not null,
  once text not null,                             -- to whom, on which day, why: the same is never sent twice
  purpose text not null constraint message_purpose_known check (purpose in ('notice', 'test')),
  notice_id uuid,
  person_id uuid,
  robot_id uuid,
  made_on date not null,
  until_on date,
  lines jsonb,
  state text not null,
  tries integer not null default 0 constraint message_tries_sound check (tries >= 0),
  next_try_at timestamptz,
  claimed_at timestamptz,
  ended_at timestamptz,
  reason text,
  primary key (district, id),
  constraint message_once unique (district, once),
  constraint message_of_known_notice foreign key (district, notice_id) references notices.notice (district, id),
  constraint message_to_known_robot foreign key (district, robot_id) references notices.robot (district, id),
  constraint message_to_one check ((person_id is null) <> (robot_id is null)),
  constraint message_state_known check (state in ('waiting', 'claimed', 'sent', 'refused', 'unsure')),
  constraint message_waits_for_a_time check ((state = 'waiting') = (next_try_at is not null)),
  constraint message_claimed_at_a_time check (state <> 'claimed' or claimed_at is not null),
  constraint message_ended_or_under_way check ((ended_at is null) = (state in ('waiting', 'claimed'))),
  constraint message_failed_with_reason check (state not in ('refused', 'unsure') or reason is not null)
);
create index message_under_way on notices.message (district, next_try_at) where state in ('waiting', 'claimed');
create index message_by_day on notices.message (district, made_on);

create table notices.feed (
  district char(6) not null,
  id uuid not null,
  token_digest text not null,                     -- keyed; the address itself is shown once and kept nowhere
  person_id uuid,
  unit_id uuid,
  made_by uuid not null,                          -- a person
  made_on date not null,
  revoked_on date,
  primary key (district, id),
  constraint feed_address_once unique (district, token_digest),
  constraint feed_of_one check ((person_id is null) <> (unit_id is null)),
  constraint feed_revoked_after_made check (revoked_on >= made_on)
);
create index feed_of_person on notices.feed (district, made_by);

create table notices.setting (
  district char(6) not null,
  setting_version integer not null constraint setting_version_sound check (setting_version > 0),
  value jsonb not null,
  reason text not null constraint setting_reason_given check (reason <> ''),
  set_by text not null,
  set_on date not null,
  primary key (district, setting_version)
);
