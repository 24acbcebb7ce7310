-- 批量流水: the lines of many rows that one command wrote into one table, packed into one: their keys as a JSON array, their digests behind each other (32
-- bytes each). A roll of hundreds of thousands has a line for each row either way; see decision 0039.
-- Operator: adds a table; lines from before stay where they are.
create table platform.change_batch (
  district char(6) not null,
  seq bigint not null,
  position integer not null,
  table_name text not null,
  lines integer not null constraint change_batch_of_some_lines check (lines > 0),
  keys text not null,
  digests bytea,
  erased boolean not null,
  primary key (district, seq, position),
  constraint change_batch_belongs_to_entry foreign key (district, seq) references platform.journal_entry (district, seq),
  constraint change_batch_digest_for_each_line check (octet_length(digests) = 32 * lines),
  constraint change_batch_erased_has_no_digests check (erased = (digests is null))
);
alter table platform.change_batch alter column digests set storage external;
create index change_batch_of_table on platform.change_batch (district, table_name, seq);
