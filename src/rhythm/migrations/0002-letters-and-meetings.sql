-- Letters to bodies outside, cases solved on site, and review meetings.
-- Operator: adds tables; nothing to do.

-- 函: what is asked in writing of a body without an account, and what it answered, typed by the office with its source.
create table rhythm.letter (
  district char(6) not null,
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
  version integer not null default 1,
  primary key (district, id),
  constraint letter_of_blocker foreign key (district, blocker_id) references rhythm.blocker (district, id),
  constraint letter_to_known check (to_kind in ('water', 'power', 'gas', 'heat', 'telecom', 'city', 'other')),
  constraint letter_state_known check (state in ('drafted', 'sent', 'answered', 'withdrawn')),
  constraint letter_says_something check (to_body <> '' and title <> '' and body <> ''),
  constraint letter_sent_on_a_day check ((state in ('sent', 'answered')) = (sent_on is not null)),
  constraint letter_answer_after_sending check (sent_on is null or answer_by >= sent_on)
);
create index letter_of_blocker_idx on rhythm.letter (district, blocker_id);

create table rhythm.letter_answer (
  district char(6) not null,
  letter_id uuid not null,
  position integer not null,
  answered_on date not null,
  result text not null,
  body text not null,
  source text not null,                   -- 来源: the letter, the call, the visit it was taken from
  scan_digest text,
  scan_name text,
  typed_by text not null,
  typed_at timestamptz not null,
  primary key (district, letter_id, position),
  constraint letter_answer_of_letter foreign key (district, letter_id) references rhythm.letter (district, id),
  constraint letter_answer_result_known check (result in ('agreed', 'partly', 'refused', 'waits')),
  constraint letter_answer_has_source check (body <> '' and source <> ''),
  constraint letter_answer_scan_has_a_name check ((scan_digest is null) = (scan_name is null))
);

-- 现场办公台账: what a leader dealt with on the spot.
create table rhythm.on_site_case (
  district char(6) not null,
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
  version integer not null default 1,
  primary key (district, id),
  constraint on_site_case_of_project foreign key (district, project_id) references programme.project (district, id),
  constraint on_site_case_of_blocker foreign key (district, blocker_id) references rhythm.blocker (district, id),
  constraint on_site_case_numbered_once unique (district, year, no),
  constraint on_site_case_says_what check (matter <> '' and decision <> '' and leader_name <> '' and place <> ''),
  constraint on_site_case_recorded_after check (recorded_on >= held_on)
);

-- 专题调度会.
create table rhythm.meeting (
  district char(6) not null,
  id uuid not null,
  programme_id uuid not null,
  year integer not null,
  no integer not null,                    -- 第几次: gapless within a year
  planned_on date not null,
  from_time text,
  to_time text,
  place text not null,
  chair_post_id uuid,
  chair_name text not null,
  state text not null,
  begun_at timestamptz,
  closed_at timestamptz,
  closed_on date,
  closed_by text,
  created_by text not null,
  cancelled_because text,
  version integer not null default 1,
  primary key (district, id),
  constraint meeting_of_list foreign key (district, programme_id) references programme.programme (district, id),
  constraint meeting_numbered_once unique (district, year, no),
  constraint meeting_state_known check (state in ('planned', 'under-way', 'closed', 'cancelled')),
  constraint meeting_begun_says_when check ((state in ('under-way', 'closed')) = (begun_at is not null)),
  constraint meeting_closed_by_somebody check ((state = 'closed') = (closed_at is not null) and (closed_at is null) = (closed_by is null)),
  constraint meeting_cancelled_says_why check ((state = 'cancelled') = (cancelled_because is not null))
);
create unique index meeting_one_under_way on rhythm.meeting (district) where state = 'under-way';

-- 议程的增删改序: what the office did to the computed agenda before the meeting began.
create table rhythm.agenda_change (
  district char(6) not null,
  meeting_id uuid not null,
  item_key text not null,
  sort_order integer,
  left_out_reason text,
  title text,                             -- of an item the office added
  note text,
  project_id uuid,
  changed_by text not null,
  version integer not null default 1,
  primary key (district, meeting_id, item_key),
  constraint agenda_change_of_meeting foreign key (district, meeting_id) references rhythm.meeting (district, id),
  constraint agenda_change_left_out_says_why check (left_out_reason is null or left_out_reason <> '')
);

-- 议程: as it stood when the meeting began; later facts change it no more.
create table rhythm.agenda_item (
  district char(6) not null,
  meeting_id uuid not null,
  position integer not null,
  item_key text not null,
  item jsonb not null,
  left_out_reason text,
  primary key (district, meeting_id, position),
  constraint agenda_item_of_meeting foreign key (district, meeting_id) references rhythm.meeting (district, id),
  constraint agenda_item_once unique (district, meeting_id, item_key)
);

-- 议定事项: becomes an order when the meeting is closed, where a unit shall do it.
create table rhythm.decision (
  district char(6) not null,
  id uuid not null,
  meeting_id uuid not null,
  item_key text,
  position integer not null,
  body text not null,
  project_id uuid,
  unit_id uuid,
  post_id uuid,
  due_on date,
  is_urgent boolean not null,
  order_id uuid,
  written_by text not null,
  written_at timestamptz not null,
  struck_because text,
  version integer not null default 1,
  primary key (district, id),
  constraint decision_of_meeting foreign key (district, meeting_id) references rhythm.meeting (district, id),
  constraint decision_stands_once unique (district, meeting_id, position),
  constraint decision_says_something check (body <> ''),
  constraint decision_of_a_unit_has_a_day check ((unit_id is null) = (due_on is null)),
  constraint decision_order_has_a_unit check (order_id is null or unit_id is not null)
);

-- 到会.
create table rhythm.attendance (
  district char(6) not null,
  meeting_id uuid not null,
  place integer not null,
  unit_id uuid,
  post_id uuid,
  title text not null,
  name text not null,
  state text not null,
  note text not null,
  version integer not null default 1,
  primary key (district, meeting_id, place),
  constraint attendance_of_meeting foreign key (district, meeting_id) references rhythm.meeting (district, id),
  constraint attendance_state_known check (state in ('expected', 'present', 'substitute', 'leave', 'absent'))
);
