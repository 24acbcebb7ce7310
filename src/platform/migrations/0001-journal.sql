-- The journal of every district, outcomes of commands, the audit trail and the stored files.
-- Operator: creates the schema "platform"; nothing to do.
create schema if not exists platform;

create table platform.journal_head (
  district char(6) not null,
  seq bigint not null constraint journal_head_seq_sound check (seq > 0),
  digest text not null,
  primary key (district)
);

create table platform.journal_entry (
  district char(6) not null,
  seq bigint not null,
  at timestamptz not null,
  actor text not null,
  post uuid,
  command text not null,
  command_id uuid not null,
  subject text not null,
  previous text not null,
  digest text not null,
  form smallint not null,
  key_id text not null,
  primary key (district, seq)
);

create table platform.change (
  district char(6) not null,
  seq bigint not null,
  position integer not null,
  table_name text not null,
  key text not null,
  digest text,
  erased boolean not null default false,
  primary key (district, seq, position),
  constraint change_belongs_to_entry foreign key (district, seq) references platform.journal_entry (district, seq),
  constraint change_erased_has_no_digest check (not erased or digest is null)
);
create index change_of_row on platform.change (district, table_name, key, seq desc, position desc);

-- Outcome of a command, under the id its maker gave it: sending it again answers the same.
create table platform.outcome (
  district char(6) not null,
  id uuid not null,
  command text not null,
  body_digest text not null,
  outcome jsonb,
  actor text not null,
  at timestamptz not null default now(),
  primary key (district, id)
);

-- Refusals, denials and log-ins; accepted commands stand in the journal. District 000000 holds what belongs to none.
create table platform.audit (
  district char(6) not null,
  id uuid not null,
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  command text not null,
  result text not null,
  code text,
  facts jsonb,
  source text,
  primary key (district, id),
  constraint audit_result_known check (result in ('accepted', 'refused', 'denied'))
);
create index audit_by_time on platform.audit (district, at desc);

create table platform.file (
  district char(6) not null,
  digest text not null,
  size bigint not null,
  media_type text not null,
  name text not null,
  stored_at timestamptz not null,
  primary key (district, digest),
  constraint file_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$'),
  constraint file_size_positive check (size > 0)
);

-- 设置: one value for each name and version; old versions stay.
create table platform.setting (
  district char(6) not null,
  name text not null,
  version integer not null,
  value jsonb not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  primary key (district, name, version)
);
