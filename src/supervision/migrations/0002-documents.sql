-- Documents frozen at 送审, their steps, what is left out of them, the sentence to decide, and whether 会签 is needed.
-- Operator: adds tables; nothing to do. A bulletin that was issued before keeps its bytes; the public now reads a copy of its own where there is one.
create table supervision.document (
  district char(6) not null,
  id uuid not null,
  programme_id uuid not null,
  kind text not null,
  reader text not null,                   -- the post of a leader's page; empty for a bulletin
  year integer not null,
  month integer not null,
  edition integer not null,               -- 第几稿: each freezing is a new one
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
  version integer not null default 1,
  primary key (district, id),
  constraint document_about_a_list foreign key (district, programme_id) references programme.programme (district, id),
  constraint document_edition_once unique (district, programme_id, kind, reader, year, month, edition),
  constraint document_kind_known check (kind in ('bulletin', 'one-pager')),
  constraint document_state_known check (state in ('circulating', 'signed', 'returned')),
  constraint document_month_of_a_year check (month between 1 and 12),
  constraint document_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$'),
  constraint document_signed_has_its_bytes check (state <> 'signed' or file_digest is not null),
  constraint document_returned_says_why check ((state = 'returned') = (returned_reason is not null)),
  constraint document_scan_has_a_name check ((scan_digest is null) = (scan_name is null))
);
-- One draft of a document circulates at a time.
create unique index document_one_circulating on supervision.document (district, programme_id, kind, reader, year, month) where state = 'circulating';

create table supervision.document_step (
  district char(6) not null,
  document_id uuid not null,
  position integer not null,
  step text not null,
  name text not null,
  post text not null,
  on_day date not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  is_typed boolean not null,
  primary key (district, document_id, position),
  constraint document_step_of_document foreign key (district, document_id) references supervision.document (district, id),
  constraint document_step_once unique (district, document_id, step),
  constraint document_step_known check (step in ('drafted', 'checked', 'countersigned', 'signed', 'returned')),
  constraint document_step_by_somebody check (name <> '' and recorded_by <> '')
);

-- 略去: a line that a document does not print. It is counted all the same; taking it back leaves the row.
create table supervision.left_out (
  district char(6) not null,
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
  primary key (district, id),
  constraint left_out_of_a_list foreign key (district, programme_id) references programme.programme (district, id),
  constraint left_out_promise_known foreign key (district, promise_id) references programme.promise (district, id),
  constraint left_out_kind_known check (kind in ('bulletin', 'one-pager')),
  constraint left_out_says_why check (basis <> '' and reason <> '' and decided_by <> ''),
  constraint left_out_decided_before_recorded check (decided_on <= recorded_on),
  constraint left_out_restored_by_somebody check ((restored_by is null) = (restored_on is null))
);
create unique index left_out_once on supervision.left_out (district, programme_id, kind, reader, year, month, promise_id) where restored_on is null;

-- 请定事项: the one sentence of a leader's page. Every wording stays; the newest is printed, null goes back to the standing one.
create table supervision.decision_sentence (
  district char(6) not null,
  id uuid not null,
  programme_id uuid not null,
  reader text not null,
  year integer not null,
  month integer not null,
  body text,
  written_by text not null,
  written_at timestamptz not null,
  primary key (district, id),
  constraint decision_sentence_of_a_list foreign key (district, programme_id) references programme.programme (district, id)
);

-- 会签要不要, with its history: the newest row holds; without one 会签 is left out.
create table supervision.circulation_setting (
  district char(6) not null,
  setting_version integer not null,
  needs_countersign boolean not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  primary key (district, setting_version),
  constraint circulation_setting_counts_up check (setting_version > 0),
  constraint circulation_setting_says_why check (reason <> '')
);

-- 公开的那一份: what goes out with an edition says less than what leaders read.
alter table supervision.bulletin add column public_digest text;
