-- 公开照片: which pictures a person made fit to be seen, and which of them stand in which edition.
-- Operator: adds two tables; nothing to do.
create table publication.picture (
  district char(6) not null,
  id uuid not null,
  programme_id uuid not null,
  project_id uuid not null,
  source_digest text not null,            -- the original, which stays sealed
  decision text not null,
  redacted_digest text,
  width integer,
  height integer,
  boxes jsonb not null,
  checks jsonb,
  phase text,
  caption text,
  alt text,
  reason text,
  at_once boolean not null,
  decided jsonb not null,
  decided_by text not null,
  supersedes uuid,
  primary key (district, id),
  constraint picture_decision_known check (decision in ('public', 'withheld')),
  constraint picture_phase_known check (phase in ('before', 'during', 'after')),
  constraint picture_source_is_sha256 check (source_digest ~ '^[0-9a-f]{64}$'),
  constraint picture_redacted_is_sha256 check (redacted_digest ~ '^[0-9a-f]{64}$'),
  constraint picture_public_is_whole check (
    decision <> 'public'
    or (redacted_digest is not null and width > 0 and height > 0 and checks is not null and phase is not null and caption <> '' and alt <> '')),
  constraint picture_withheld_says_why check (decision <> 'withheld' or (reason <> '' and redacted_digest is null)),
  constraint picture_stopped_is_withheld check (not at_once or decision = 'withheld'),
  constraint picture_supersedes_one foreign key (district, supersedes) references publication.picture (district, id)
);
-- One chain of decisions for each picture of a project: one beginning, and one successor for each.
create unique index picture_first on publication.picture (district, project_id, source_digest) where supersedes is null;
create unique index picture_superseded_once on publication.picture (district, supersedes) where supersedes is not null;
create index picture_of_programme on publication.picture (district, programme_id);

create table publication.edition_picture (
  district char(6) not null,
  edition_id uuid not null,
  project_id uuid not null,
  position integer not null,
  picture_id uuid not null,
  digest text not null,
  content jsonb not null,
  primary key (district, edition_id, project_id, position),
  constraint edition_picture_of_edition foreign key (district, edition_id) references publication.edition (district, id),
  constraint edition_picture_was_decided foreign key (district, picture_id) references publication.picture (district, id),
  constraint edition_picture_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$')
);
create index edition_picture_by_digest on publication.edition_picture (district, digest);
