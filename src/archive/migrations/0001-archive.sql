-- 归档包: who made which bundle of what; its files lie in the file store.
-- Operator: creates the schema "archive"; nothing to do.
create schema if not exists archive;

create table archive.bundle (
  district char(6) not null,
  id uuid not null,
  programme_id uuid not null,
  project_id uuid,                        -- null: the whole list
  name text not null,
  with_originals boolean not null,
  purpose text,
  entries jsonb not null,
  gaps jsonb not null,
  size bigint not null,
  made jsonb not null,
  made_at timestamptz not null,
  primary key (district, id),
  constraint bundle_named check (name <> ''),
  constraint bundle_originals_for_a_purpose check (with_originals = (purpose is not null)),
  constraint bundle_size_positive check (size > 0)
);
create index bundle_of_programme on archive.bundle (district, programme_id, made_at);
