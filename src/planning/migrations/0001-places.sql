-- Areas of the district, its outline, and the sites of the projects with their history.
-- Operator: creates the schema "planning"; nothing to do.
create schema planning;

create table planning.area (
  district char(6) not null,
  id uuid not null,
  kind text not null,
  name text not null constraint area_name_sound check (name <> ''),
  name_key text not null,
  parent_id uuid,
  code char(12),
  version integer not null default 1,
  primary key (district, id),
  constraint area_kind_known check (kind in ('township', 'subdistrict', 'village', 'community', 'estate')),
  constraint area_parent_known foreign key (district, parent_id) references planning.area (district, id),
  constraint area_only_townships_stand_alone check ((kind in ('township', 'subdistrict')) = (parent_id is null)),
  constraint area_not_its_own_parent check (parent_id <> id),
  constraint area_code_of_the_district check (code ~ '^[0-9]{12}$' and left(code, 6) = district),
  constraint area_estate_without_code check (kind <> 'estate' or code is null)
);
create unique index area_named_once on planning.area (district, parent_id, name_key) nulls not distinct;
create unique index area_code_once on planning.area (district, code) where code is not null;

create table planning.outline (
  district char(6) not null,
  geometry jsonb not null,
  source text not null constraint outline_source_sound check (source <> ''),
  review_no text,
  set_by text not null,
  set_on date not null,
  version integer not null default 1,
  primary key (district),
  constraint outline_is_an_area check (coalesce(geometry ->> 'type', '') in ('Polygon', 'MultiPolygon'))
);

create table planning.site (
  district char(6) not null,
  id uuid not null,
  project_id uuid not null,
  promise_id uuid,
  area_id uuid,
  kind text not null,
  name text not null constraint site_name_sound check (name <> ''),
  name_key text not null,
  stage text not null,
  geometry jsonb,
  sealed_geometry text,                           -- encrypted: where water comes from
  captured_in text,
  is_public boolean not null,
  version integer not null default 1,
  primary key (district, id),
  constraint site_area_known foreign key (district, area_id) references planning.area (district, id),
  constraint site_kind_known check (kind in ('housing', 'road', 'pipe', 'parking', 'green', 'education', 'health', 'care', 'culture',
    'employment', 'shelter', 'market', 'village-works', 'other', 'water-source', 'water-plant', 'water-intake', 'water-supply')),
  constraint site_stage_known check (stage in ('not-begun', 'under-way', 'done')),
  constraint site_captured_in_known check (captured_in in ('wgs84', 'gcj02', 'bd09')),
  constraint site_geometry_says_its_system check ((geometry is not null or sealed_geometry is not null) = (captured_in is not null)),
  constraint site_water_geometry_is_sealed check (
    case when kind in ('water-source', 'water-plant', 'water-intake', 'water-supply') then geometry is null else sealed_geometry is null end),
  constraint site_geometry_known check (geometry is null or coalesce(geometry ->> 'type', '') in ('Point', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'))
);
create unique index site_named_once on planning.site (district, project_id, name_key);
create index site_of_area on planning.site (district, area_id);

create table planning.site_change (
  district char(6) not null,
  site_id uuid not null,
  change_no integer not null constraint site_change_counts_from_one check (change_no > 0),
  act text not null,
  name text not null,
  changes jsonb not null,
  reason text,
  by_name text not null,
  by_post text not null,
  on_day date not null,
  primary key (district, site_id, change_no),
  constraint site_change_act_known check (act in ('recorded', 'changed', 'imported', 'removed')),
  constraint site_removed_with_reason check (act <> 'removed' or reason <> '')
);
