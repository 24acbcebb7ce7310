-- 由实绩计数: a figure may come from records of a later stage.
-- Operator: widens one constraint; nothing to do, no promise is switched by it.
alter table delivery.count_source drop constraint count_source_known;
alter table delivery.count_source add constraint count_source_known check (source in ('reports', 'sites', 'records'));
