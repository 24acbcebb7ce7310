-- 工序模板 as a district sets them: copies of the built-in ones and its own. Every version stays; the newest holds.
-- Operator: adds one table; nothing to do.
create table planning.template (
  district char(6) not null,
  key text not null constraint template_key_sound check (key <> ''),
  version_no integer not null constraint template_counts_from_one check (version_no > 0),
  title text not null constraint template_title_sound check (title <> ''),
  kind text not null,
  steps jsonb not null,
  is_active boolean not null,
  reason text not null constraint template_with_reason check (reason <> ''),
  set_by text not null,
  set_on date not null,
  primary key (district, key, version_no),
  constraint template_kind_known check (kind in ('engineering', 'service', 'events', 'purchase', 'survey')),
  constraint template_has_steps check (jsonb_typeof(steps) = 'array' and jsonb_array_length(steps) > 0)
);
