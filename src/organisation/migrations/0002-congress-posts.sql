-- Posts of the people's congress: its office, tellers and scrutineers.
-- Operator: posts of three more kinds can be set up; nothing to do.
alter table organisation.post drop constraint post_kind_known;
alter table organisation.post add constraint post_kind_known check (
  kind in ('head', 'deputy-head', 'liaison', 'leader', 'office', 'congress-office', 'teller', 'scrutineer',
           'system-admin', 'security-admin', 'audit-admin', 'setup'));
