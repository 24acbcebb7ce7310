-- Districts, units, posts, who holds them, and which accounts act where.
-- Operator: creates the schema "organisation"; nothing to do.
create schema organisation;

-- Reference table: every district is known to all of them; it holds nothing but names.
create table organisation.district (
  district char(6) not null primary key,
  name text not null constraint district_name_sound check (name <> ''),
  short_name text not null constraint district_short_name_sound check (short_name <> ''),
  province text not null default '',
  city text not null default '',
  government_name text not null,
  office_name text not null,
  demo_today date,
  constraint district_is_six_digits check (district ~ '^[0-9]{6}$'),
  constraint district_not_the_global_one check (district <> '000000')
);

create table organisation.unit (
  district char(6) not null,
  id uuid not null,
  name text not null constraint unit_name_sound check (name <> ''),
  name_key text not null,
  aliases text[] not null default '{}',
  kind text not null,
  credit_code text,
  sort_order integer not null,
  is_active boolean not null default true,
  merged_into_id uuid,
  version integer not null default 1,
  primary key (district, id),
  constraint unit_merged_into_known foreign key (district, merged_into_id) references organisation.unit (district, id),
  constraint unit_merged_is_not_active check (merged_into_id is null or not is_active),
  constraint unit_kind_known check (kind in ('leadership', 'department', 'subdistrict', 'township', 'institution', 'utility', 'other'))
);
create unique index unit_named_once on organisation.unit (district, name_key) where merged_into_id is null;

create table organisation.person (
  district char(6) not null,
  id uuid not null,
  name text not null constraint person_name_sound check (name <> ''),
  phone text,                                     -- encrypted
  phone_digest text,                              -- keyed, for looking it up
  account_id uuid,
  version integer not null default 1,
  primary key (district, id),
  constraint person_account_once unique (district, account_id),
  constraint person_phone_with_digest check ((phone is null) = (phone_digest is null))
);
create index person_by_phone on organisation.person (district, phone_digest);

create table organisation.post (
  district char(6) not null,
  id uuid not null,
  unit_id uuid,
  title text not null constraint post_title_sound check (title <> ''),
  kind text not null,
  roles text[] not null,
  stand_in_post_id uuid,
  is_active boolean not null default true,
  sort_order integer not null default 0,
  version integer not null default 1,
  primary key (district, id),
  constraint post_in_known_unit foreign key (district, unit_id) references organisation.unit (district, id),
  constraint post_stand_in_known foreign key (district, stand_in_post_id) references organisation.post (district, id),
  constraint post_no_own_stand_in check (stand_in_post_id <> id),
  constraint post_without_unit_is_setup check ((unit_id is null) = (kind = 'setup')),
  constraint post_one_administrator check (
    (roles @> '{system-admin}')::int + (roles @> '{security-admin}')::int + (roles @> '{audit-admin}')::int <= 1),
  constraint post_setup_role_only_by_kind check ((roles @> '{setup}') = (kind = 'setup')),
  constraint post_kind_known check (kind in ('head', 'deputy-head', 'liaison', 'leader', 'office', 'system-admin', 'security-admin', 'audit-admin', 'setup'))
);
create index post_of_unit on organisation.post (district, unit_id);

create table organisation.holding (
  district char(6) not null,
  id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  from_on date not null,
  to_on date,
  primary key (district, id),
  constraint holding_of_known_post foreign key (district, post_id) references organisation.post (district, id),
  constraint holding_by_known_person foreign key (district, person_id) references organisation.person (district, id),
  constraint holding_ends_after_start check (to_on is null or to_on >= from_on)
);
create unique index holding_open_once on organisation.holding (district, post_id) where to_on is null;
create index holding_of_person on organisation.holding (district, person_id);

-- Reference table: in which districts an account acts, and with which roles; read before any district is chosen.
create table organisation.account_district (
  district char(6) not null,
  account_id uuid not null,
  roles text[] not null,
  primary key (district, account_id)
);
create index account_district_by_account on organisation.account_district (account_id);
