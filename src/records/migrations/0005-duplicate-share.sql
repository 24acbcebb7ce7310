-- 疑似重复的限额: the share of undecided duplicates over which a figure is not published, by kind of service, with its history.
-- Operator: adds a table; nothing to do. Until an office sets a share, the one that the kind of service was set up with holds.
create table records.duplicate_share (
  district char(6) not null,
  service_kind_id uuid not null,
  version_no integer not null constraint duplicate_share_counts_from_one check (version_no > 0),
  most numeric not null constraint duplicate_share_sound check (most between 0 and 1),
  reason text not null constraint duplicate_share_with_reason check (reason <> ''),
  set_by text not null,
  set_on date not null,
  primary key (district, service_kind_id, version_no),
  constraint duplicate_share_kind_known foreign key (district, service_kind_id) references records.service_kind (district, id)
);
