-- What a unit asks for, how an order is cleared, slips, measures, leaders' instructions and 回头看.
-- Operator: adds tables; nothing to do.

-- 申辩 and 延期: what a unit asks about an order, and what was decided.
create table orders.request (
  district char(6) not null,
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
  version integer not null default 1,
  primary key (district, id),
  constraint request_of_item foreign key (district, item_id) references orders.item (district, id),
  constraint request_ask_known check (ask in ('objection', 'extension')),
  constraint request_says_why check (reason <> '' and asked_by <> ''),
  constraint request_extension_has_day check (ask <> 'extension' or wanted_due_on is not null),
  constraint request_decided_whole check (
    (decided_on is null) = (decided_by is null) and (decided_on is null) = (granted is null) and (decided_on is null) = (decision is null)),
  constraint request_new_day_only_granted check (new_due_on is null or granted)
);
create unique index request_open_once on orders.request (district, item_id, ask) where decided_on is null;

-- 销号: one application with its evidence, and who checked it, went there and settled it.
create table orders.clearing (
  district char(6) not null,
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
  version integer not null default 1,
  primary key (district, id),
  constraint clearing_of_item foreign key (district, item_id) references orders.item (district, id),
  constraint clearing_round_once unique (district, item_id, round),
  constraint clearing_has_evidence check (jsonb_array_length(files) > 0),
  constraint clearing_visit_has_photos check (visited_on is null or jsonb_array_length(visit_files) > 0),
  constraint clearing_checked_before_accepted check (result is distinct from 'accepted' or checked_on is not null),
  constraint clearing_result_known check (result in ('accepted', 'returned', 'withdrawn')),
  constraint clearing_ended_whole check ((ended_on is null) = (ended_by is null) and (ended_on is null) = (result is null))
);
create unique index clearing_open_once on orders.clearing (district, item_id) where ended_on is null;

-- 催办单 and 督办单, each numbered without gap in its year.
create table orders.slip (
  district char(6) not null,
  id uuid not null,
  item_id uuid not null,
  kind text not null,
  year integer not null,
  number integer not null,
  colour text not null,
  reply_by date not null,
  days_late integer not null,
  for_due_on date not null,               -- the day that it is about; a new day begins anew
  reason text not null,
  issued_by text not null,
  issued_on date not null,
  primary key (district, id),
  constraint slip_of_item foreign key (district, item_id) references orders.item (district, id),
  constraint slip_numbered_once unique (district, kind, year, number),
  constraint slip_kind_known check (kind in ('urge', 'demand')),
  constraint slip_colour_known check (colour in ('blue', 'yellow', 'red'))
);
create index slip_of_item_in_order on orders.slip (district, item_id, id);

-- 呈批: 通报, 约谈 or 挂牌督办, proposed with its facts; a named leader decides.
create table orders.proposal (
  district char(6) not null,
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
  version integer not null default 1,
  primary key (district, id),
  constraint proposal_of_item foreign key (district, item_id) references orders.item (district, id),
  constraint proposal_leader_known foreign key (district, leader_post_id) references organisation.post (district, id),
  constraint proposal_numbered_once unique (district, year, number),
  constraint proposal_measure_known check (measure in ('circular', 'talk', 'listing')),
  constraint proposal_state_known check (state in ('proposed', 'approved', 'refused', 'carried-out', 'dropped')),
  constraint proposal_decided_by_named_leader check (
    state not in ('approved', 'refused', 'carried-out') or (leader_post_id is not null and leader_name <> '' and decided_on is not null)),
  constraint proposal_carried_has_day check ((state = 'carried-out') = (carried_on is not null)),
  constraint proposal_scan_has_name check ((scan_digest is null) = (scan_name is null))
);
create unique index proposal_open_once on orders.proposal (district, item_id, measure) where state in ('proposed', 'approved');

-- 批示件: what a leader wrote, word for word; read only by whoever works with it.
create table orders.instruction (
  district char(6) not null,
  id uuid not null,
  leader_post_id uuid not null,
  leader_name text not null,
  leader_post text not null,
  sealed_body text not null,              -- encrypted
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
  version integer not null default 1,
  primary key (district, id),
  constraint instruction_leader_known foreign key (district, leader_post_id) references organisation.post (district, id),
  constraint instruction_about_known_project foreign key (district, subject_project_id) references programme.project (district, id),
  constraint instruction_says_on_what check (about <> '' and leader_name <> ''),
  constraint instruction_before_recorded check (instructed_on <= recorded_on),
  constraint instruction_scan_has_name check ((scan_digest is null) = (scan_name is null)),
  constraint instruction_reported_whole check (
    (reported_on is null) = (reported_by is null) and (reported_on is null) = (report_digest is null))
);

-- 回头看: a sample of what was closed; from the seed and the population anybody draws it again.
create table orders.sample (
  district char(6) not null,
  id uuid not null,
  from_on date not null,
  to_on date not null,
  seed text not null,
  size integer not null,
  population jsonb not null,
  due_on date not null,
  drawn_by text not null,
  drawn_on date not null,
  primary key (district, id),
  constraint sample_has_size check (size > 0),
  constraint sample_days_in_order check (from_on <= to_on and drawn_on <= due_on)
);

create table orders.revisit (
  district char(6) not null,
  sample_id uuid not null,
  item_id uuid not null,
  result text,
  note text not null,
  files jsonb not null,
  visited_by text,
  visited_on date,
  version integer not null default 1,
  primary key (district, sample_id, item_id),
  constraint revisit_of_sample foreign key (district, sample_id) references orders.sample (district, id),
  constraint revisit_of_item foreign key (district, item_id) references orders.item (district, id),
  constraint revisit_result_known check (result in ('held', 'relapsed')),
  constraint revisit_done_whole check ((result is null) = (visited_on is null) and (result is null) = (visited_by is null)),
  constraint revisit_has_photos check (result is null or jsonb_array_length(files) > 0)
);

-- What happened in one breath keeps its order.
alter table orders.event add column position integer not null default 0;
