-- 走访: visits to families in difficulty. Who they are and what they need is sealed; what is counted is not.
-- Operator: nothing to do; the sealed columns turn with `keys rotate`.
create table records.visit (
  district char(6) not null,
  id uuid not null,
  promise_id uuid not null,
  unit_id uuid,
  on_day date not null,
  area_id uuid,
  state text not null constraint visit_state_known check (state in ('recorded', 'cancelled')),
  -- a keyed digest: tells two families apart and says nothing else
  family_key text not null constraint visit_family_key_set check (family_key <> ''),
  sealed_family text not null constraint visit_family_sealed check (sealed_family <> ''),
  sealed_situation text,
  reason text,
  entered_by text not null,
  entered_on date not null,
  version integer not null default 1,
  primary key (district, id),
  constraint visit_cancelled_with_reason check (state <> 'cancelled' or reason is not null)
);
create index visit_of_promise on records.visit (district, promise_id, on_day);
create unique index visit_once_a_day on records.visit (district, promise_id, family_key, on_day) where state = 'recorded';

create table records.visit_need (
  district char(6) not null,
  id uuid not null,
  visit_id uuid not null,
  sealed_need text not null constraint visit_need_sealed check (sealed_need <> ''),
  due_on date not null,
  settled_on date,
  sealed_answer text,
  version integer not null default 1,
  primary key (district, id),
  constraint visit_need_of_a_visit foreign key (district, visit_id) references records.visit (district, id),
  constraint visit_need_settled_with_answer check ((settled_on is null) = (sealed_answer is null))
);
create index visit_need_of_visit on records.visit_need (district, visit_id);
