-- 会签, the scan of the signed paper, what changed after 送审, and lines that an edition does not print.
-- Operator: adds two tables and three columns; nothing to do.
alter table publication.edition
  add column scan_digest text,
  add column scan_name text,
  add column changes jsonb,               -- 送审后变动 as known when it was signed
  add constraint edition_scan_has_a_name check ((scan_digest is null) = (scan_name is null)),
  add constraint edition_scan_is_sha256 check (scan_digest ~ '^[0-9a-f]{64}$');

-- 会签: which units are asked, and who signed for each.
create table publication.edition_countersign (
  district char(6) not null,
  edition_id uuid not null,
  unit_id uuid not null,
  unit text not null,
  name text,
  post text,
  on_day date,
  recorded_by text,
  is_typed boolean not null default false,
  primary key (district, edition_id, unit_id),
  constraint edition_countersign_of_edition foreign key (district, edition_id) references publication.edition (district, id),
  constraint edition_countersign_is_whole check (
    (name is null and post is null and on_day is null and recorded_by is null)
    or (name <> '' and post <> '' and on_day is not null and recorded_by <> ''))
);

-- 略去: a line that editions do not print from the decision on. It is counted all the same; taking it back leaves the row.
create table publication.left_out (
  district char(6) not null,
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
  primary key (district, id),
  constraint public_left_out_of_a_list foreign key (district, programme_id) references programme.programme (district, id),
  constraint public_left_out_promise_known foreign key (district, promise_id) references programme.promise (district, id),
  constraint public_left_out_says_why check (basis <> '' and reason <> '' and decided_by <> ''),
  constraint public_left_out_decided_before_recorded check (decided_on <= recorded_on),
  constraint public_left_out_restored_by_somebody check ((restored_by is null) = (restored_on is null))
);
create unique index public_left_out_once on publication.left_out (district, programme_id, promise_id) where restored_on is null;
