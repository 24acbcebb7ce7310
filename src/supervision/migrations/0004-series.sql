-- 期号 without a gap, figures of a month frozen at entry close or 送审, and issued corrections.
-- Operator: adds tables; nothing to do. A bulletin's number is given when it is signed; bulletins issued before keep theirs, the next one counts on.
create table supervision.series (
  district char(6) not null,
  year integer not null,
  number integer not null,
  bulletin_id uuid not null,
  allotted_by text not null,
  allotted_on date not null,
  primary key (district, year, number),
  constraint series_of_a_bulletin foreign key (district, bulletin_id) references supervision.bulletin (district, id),
  constraint series_once_a_bulletin unique (district, bulletin_id),
  constraint series_counts_from_one check (number > 0)
);

-- 月度数字: what a month came to when its entry closed or its bulletin went for signing, whichever was first.
create table supervision.month_figures (
  district char(6) not null,
  programme_id uuid not null,
  year integer not null,
  month integer not null,
  as_of date not null,
  cause text not null,
  content jsonb not null,
  digest text not null,
  frozen_on date not null,
  primary key (district, programme_id, year, month),
  constraint month_figures_of_a_list foreign key (district, programme_id) references programme.programme (district, id),
  constraint month_figures_month_of_a_year check (month between 1 and 12),
  constraint month_figures_cause_known check (cause in ('entry-close', 'submission')),
  constraint month_figures_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$')
);

-- 更正: of an issued bulletin, issued itself; the next bulletin prints it.
create table supervision.correction (
  district char(6) not null,
  id uuid not null,
  bulletin_id uuid not null,
  correction_no integer not null,
  lines jsonb not null,
  reason text not null,
  issued_by text not null,
  issued_on date not null,
  issued_at timestamptz not null,
  file_digest text not null,
  primary key (district, id),
  constraint correction_of_a_bulletin foreign key (district, bulletin_id) references supervision.bulletin (district, id),
  constraint correction_once unique (district, bulletin_id, correction_no),
  constraint correction_counts_up check (correction_no > 0),
  constraint correction_says_why check (reason <> '')
);
