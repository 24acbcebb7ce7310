-- 计数口径: by which definition a promise is counted from records; a change is a new version, and a new series.
-- Operator: creates the schema "records"; nothing to do.
create schema records;

create table records.definition (
  district char(6) not null,
  promise_id uuid not null,
  version_no integer not null constraint definition_counts_from_one check (version_no > 0),
  kind text not null constraint definition_kind_sound check (kind ~ '^[a-z-]+$'),
  spec jsonb not null,
  from_on date not null,
  reason text not null constraint definition_with_reason check (reason <> ''),
  set_by text not null,
  set_on date not null,
  primary key (district, promise_id, version_no),
  constraint definition_spec_names_its_kind check (spec ->> 'kind' = kind)
);
create unique index definition_begins_once on records.definition (district, promise_id, from_on);
