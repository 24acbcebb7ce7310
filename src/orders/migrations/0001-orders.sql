-- Orders (督办件), what happened to each, the steps that the calendar takes with it, and the district's own rules for all of it.
-- Operator: creates the schema "orders"; nothing to do. Without a setting the rules of 山西13710 hold.
create schema orders;

create table orders.item (
  district char(6) not null,
  id uuid not null,
  year integer not null,
  number integer not null,                -- 〔2026〕n号: gapless in a year
  kind text not null,
  profile_version integer not null,       -- 0: the rules that come with the system
  matter text not null,
  matter_key text not null,               -- the matter without spaces and punctuation
  requirement text not null,
  unit_id uuid not null,
  unit_name text not null,                -- as it was called on the day of issue
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
  version integer not null default 1,
  primary key (district, id),
  constraint item_numbered_once unique (district, year, number),
  constraint item_to_known_unit foreign key (district, unit_id) references organisation.unit (district, id),
  constraint item_to_known_post foreign key (district, post_id) references organisation.post (district, id),
  constraint item_about_known_project foreign key (district, subject_project_id) references programme.project (district, id),
  constraint item_says_something check (matter <> '' and matter_key <> '' and unit_name <> '' and sender_name <> ''),
  constraint item_number_counts_up check (number > 0),
  constraint item_post_has_title check ((post_id is null) = (post_title is null)),
  constraint item_over_cap_has_reason check ((over_cap_by is null) = (over_cap_reason is null)),
  constraint item_due_after_issue check (due_on >= issued_on and first_due_on >= issued_on and sign_by >= issued_on),
  constraint item_source_known check (
    source_kind in ('instruction', 'meeting', 'blocker', 'light', 'verification', 'hotline', 'upper', 'other')),
  constraint item_state_known check (state in ('issued', 'signed', 'applied', 'checked', 'visited', 'closed', 'withdrawn')),
  constraint item_closed_has_day check ((state = 'closed') = (closed_on is not null)),
  constraint item_signed_before_work check (state in ('issued', 'withdrawn') or signed_on is not null)
);
-- One matter is not asked of a unit twice at a time.
create unique index item_asked_once on orders.item (district, unit_id, matter_key) where state not in ('closed', 'withdrawn');
create unique index item_province_number_once on orders.item (district, province_number) where province_number is not null;
create index item_of_unit on orders.item (district, unit_id, issued_on);
create index item_of_source on orders.item (district, source_kind, source_id) where source_id is not null;
create index item_open_by_due on orders.item (district, due_on) where state not in ('closed', 'withdrawn');

-- What happened to an order, as it happened; nothing is changed afterwards.
create table orders.event (
  district char(6) not null,
  id uuid not null,
  item_id uuid not null,
  kind text not null,
  on_day date not null,
  at timestamptz not null,
  by_name text not null,
  by_post text not null,
  is_typed boolean not null,              -- 代录: written down by the office for somebody else
  body text not null,
  facts jsonb not null,
  files jsonb not null,
  primary key (district, id),
  constraint event_of_item foreign key (district, item_id) references orders.item (district, id),
  constraint event_by_somebody check (kind <> '' and by_name <> '')
);
create index event_of_item_in_order on orders.event (district, item_id, id);

-- 到期动作: what the calendar does with an order on a day. It waits until it is done, done once, or falls away.
create table orders.timer (
  district char(6) not null,
  id uuid not null,
  item_id uuid not null,
  step text not null,
  due_on date not null,
  state text not null,
  ended_on date,
  primary key (district, id),
  constraint timer_of_item foreign key (district, item_id) references orders.item (district, id),
  constraint timer_step_known check (step in ('sign', 'feedback', 'remind', 'urge', 'demand', 'circular', 'talk', 'listing')),
  constraint timer_state_known check (state in ('waiting', 'done', 'dropped')),
  constraint timer_ended_has_day check ((state = 'waiting') = (ended_on is null))
);
create unique index timer_waits_once on orders.timer (district, item_id, step) where state = 'waiting';
create index timer_waiting on orders.timer (district, due_on, id) where state = 'waiting';

-- 督办规则, with their history: the newest row holds for orders issued from then on.
create table orders.profile_setting (
  district char(6) not null,
  setting_version integer not null,
  content jsonb not null,
  reason text not null,
  set_by text not null,
  set_on date not null,
  primary key (district, setting_version),
  constraint profile_setting_counts_up check (setting_version > 0),
  constraint profile_setting_says_why check (reason <> '')
);
