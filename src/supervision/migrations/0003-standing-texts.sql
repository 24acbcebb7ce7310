-- 本区固定文字: how a district words the text blocks of its bulletins, with its history.
-- Operator: adds a table; nothing to do.
-- The newest row of a block holds; a null body goes back to the wording that comes with the system.
create table supervision.standing_text (
  district char(6) not null,
  block text not null,
  setting_version integer not null,
  body text,
  reason text not null,
  set_by text not null,
  set_on date not null,
  primary key (district, block, setting_version),
  constraint standing_text_counts_up check (setting_version > 0),
  constraint standing_text_block_known check (block in ('opening', 'next-steps', 'closing')),
  constraint standing_text_says_something check (body <> ''),
  constraint standing_text_says_why check (reason <> '')
);
