-- Cards for residents, the public address, and the places and cards of each edition.
-- Operator: nothing to do.
create table publication.card (
  district char(6) not null,
  promise_id uuid not null,
  card_version integer not null constraint card_version_counts_from_one check (card_version > 0),
  state text not null,
  content jsonb not null,
  reason text,
  edited jsonb not null,
  primary key (district, promise_id, card_version),
  constraint card_state_known check (state in ('written', 'withdrawn')),
  constraint card_withdrawn_with_reason check (state <> 'withdrawn' or reason <> '')
);

create table publication.site_address (
  district char(6) not null,
  address text not null,
  version integer not null default 1,
  primary key (district),
  constraint site_address_is_of_the_web check (address ~ '^https?://[^/]+$')
);

create table publication.edition_site (
  district char(6) not null,
  edition_id uuid not null,
  position integer not null,
  kind text not null,
  content jsonb not null,
  primary key (district, edition_id, position),
  constraint edition_site_of_edition foreign key (district, edition_id) references publication.edition (district, id),
  constraint edition_site_kind_is_its_contents check (content ->> 'kind' is not distinct from kind),
  constraint edition_site_water_without_place check (
    kind not in ('water-source', 'water-plant', 'water-intake', 'water-supply') or coalesce(content -> 'geometry', 'null') = 'null')
);

create table publication.edition_card (
  district char(6) not null,
  edition_id uuid not null,
  position integer not null,
  promise_id uuid not null,
  content jsonb not null,
  primary key (district, edition_id, position),
  constraint edition_card_of_edition foreign key (district, edition_id) references publication.edition (district, id),
  constraint edition_card_once unique (district, edition_id, promise_id)
);
