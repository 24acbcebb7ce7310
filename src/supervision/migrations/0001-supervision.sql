-- Published statements about a list, and the monthly bulletins with what was worded by hand in them.
-- Operator: creates the schema "supervision"; nothing to do.
create schema supervision;

create table supervision.statement (
  district char(6) not null,
  id uuid not null,
  programme_id uuid not null,
  body text not null,
  source text not null,
  published_on date not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (district, id),
  constraint statement_about_a_list foreign key (district, programme_id) references programme.programme (district, id),
  constraint statement_says_something check (body <> '' and source <> '')
);

create table supervision.bulletin (
  district char(6) not null,
  id uuid not null,
  programme_id uuid not null,
  year integer not null,
  month integer not null,
  issue integer,
  settings jsonb not null,
  state text not null,
  prepared_by text not null,
  prepared_at timestamptz not null,
  as_of date,
  issued_by text,
  issued_on date,
  issued_at timestamptz,
  file_digest text,
  version integer not null default 1,
  primary key (district, id),
  constraint bulletin_about_a_list foreign key (district, programme_id) references programme.programme (district, id),
  constraint bulletin_once_a_month unique (district, programme_id, year, month),
  constraint bulletin_month_of_a_year check (month between 1 and 12),
  constraint bulletin_state_known check (state in ('prepared', 'issued')),
  constraint bulletin_issued_with_its_bytes check (
    (state = 'issued') = (issued_by is not null and issued_on is not null and issued_at is not null and as_of is not null and file_digest is not null)
  )
);

-- Every wording stays; the newest of a block is printed. A null body goes back to the standing text.
create table supervision.bulletin_text (
  district char(6) not null,
  id uuid not null,
  bulletin_id uuid not null,
  block text not null,
  body text,
  written_by text not null,
  written_at timestamptz not null,
  primary key (district, id),
  constraint bulletin_text_of_a_bulletin foreign key (district, bulletin_id) references supervision.bulletin (district, id),
  constraint bulletin_text_block_known check (block in ('opening', 'next-steps', 'closing'))
);
