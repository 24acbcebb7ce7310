-- Two tasks may swap their names in one table: which name stands where is looked at when all rows are written.
-- Operator: replaces an index by a constraint of the same meaning; nothing to do.
drop index planning.task_named_once;
alter table planning.task add constraint task_named_once unique (district, project_id, name_key) deferrable initially deferred;
