-- 当天更正: a definition or a rule that was set wrong is replaced on the day on which it was set; the wrong version stays to be read.
-- Operator: adds two columns and makes two small indexes anew; a moment.
alter table records.definition add column replaced_by integer constraint definition_replaced_by_later check (replaced_by > version_no);
drop index records.definition_begins_once;
create unique index definition_begins_once on records.definition (district, promise_id, from_on) where replaced_by is null;
alter table records.eligibility_rule add column replaced_by integer constraint eligibility_rule_replaced_by_later check (replaced_by > version_no);
drop index records.eligibility_rule_begins_once;
create unique index eligibility_rule_begins_once on records.eligibility_rule (district, service_kind_id, from_on) where replaced_by is null;
