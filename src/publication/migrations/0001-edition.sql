-- 公开版: what the public reads of a list, frozen on a day. Pages read these rows only.
-- Operator: creates the schema "publication"; nothing to do.
create schema if not exists publication;

create table publication.edition (
  district char(6) not null,
  id uuid not null,
  programme_id uuid not null,
  year integer not null,
  kind text not null,
  number integer,
  state text not null,
  as_of date not null,
  head jsonb not null,                    -- the content without its figures
  digest text not null,
  disclosure jsonb not null,
  serial integer not null,                -- of the 索引号, within the year of preparing
  serial_year integer not null,
  corrects integer,
  correction_reason text,
  findings jsonb not null,
  prepared jsonb not null,
  reviewed jsonb,
  signed jsonb,
  published jsonb,
  withdrawn_reason text,
  version integer not null default 1,
  primary key (district, id),
  constraint edition_number_unique unique (district, year, kind, number),
  constraint edition_serial_unique unique (district, serial_year, serial),
  constraint edition_kind_known check (kind in ('ten-things', 'special-action', 'superior-project')),
  constraint edition_state_known check (state in ('prepared', 'reviewed', 'signed', 'published', 'withdrawn')),
  constraint edition_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$'),
  constraint edition_reviewed_before_signed check (state not in ('reviewed', 'signed', 'published') or reviewed is not null),
  constraint edition_signed_before_published check (state not in ('signed', 'published') or signed is not null),
  constraint edition_published_has_number check ((state = 'published') = (number is not null and published is not null)),
  constraint edition_correction_has_reason check ((corrects is null) = (correction_reason is null))
);
-- One open draft for each list.
create unique index edition_one_draft on publication.edition (district, year, kind) where state in ('prepared', 'reviewed', 'signed');

-- 数字: one promise in one edition. The row is never changed; a later edition's row supersedes it.
create table publication.figure (
  district char(6) not null,
  id uuid not null,
  edition_id uuid not null,
  promise_id uuid not null,
  project_no text not null,
  project_position integer not null,
  position integer not null,
  definition_version integer not null,
  numerator numeric,
  denominator numeric,
  measure_unit text not null,
  scope text not null,
  period_from date not null,
  period_to date not null,
  as_of date not null,
  approved_by text,
  evidence_digest text,
  content jsonb not null,
  supersedes uuid,
  primary key (district, id),
  constraint figure_of_edition foreign key (district, edition_id) references publication.edition (district, id),
  constraint figure_supersedes_one foreign key (district, supersedes) references publication.figure (district, id),
  constraint figure_once_an_edition unique (district, edition_id, promise_id),
  constraint figure_period_runs_forward check (period_from <= period_to)
);
create index figure_by_promise on publication.figure (district, promise_id);

-- 放行: personal data that a named reviewer let through, with the reason. The text itself is not kept, only its mask and its place.
create table publication.override (
  district char(6) not null,
  edition_id uuid not null,
  key text not null,
  kind text not null,
  masked text not null,
  reason text not null,
  reviewer text not null,
  reviewed_on date not null,
  primary key (district, edition_id, key),
  constraint override_of_edition foreign key (district, edition_id) references publication.edition (district, id),
  constraint override_never_for_id_numbers check (kind in ('mobile', 'bank-card', 'plate', 'room-address')),
  constraint override_has_reason check (reason <> '')
);
