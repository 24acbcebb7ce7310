-- Entry of a month ends by itself on a working day after it, and can be resumed.
-- Operator: nothing to do. From now on a month's entry ends after the third working day of the next one, unless a district sets it otherwise.
alter table delivery.setting drop constraint setting_name_known;
alter table delivery.setting add constraint setting_name_known check (name in ('review-steps', 'verification', 'entry-end'));

alter table delivery.key_act drop constraint key_act_known;
alter table delivery.key_act add constraint key_act_known
  check (act in ('approve', 'withdraw', 'receive', 'unreceive', 'return', 'close', 'reopen', 'end-entry', 'resume-entry'));
alter table delivery.key_act drop constraint key_act_of_unit_or_district;
alter table delivery.key_act add constraint key_act_of_unit_or_district
  check ((unit_id is null) = (act in ('close', 'reopen', 'end-entry', 'resume-entry')));
alter table delivery.key_act drop constraint key_act_undone_with_reason;
alter table delivery.key_act add constraint key_act_undone_with_reason
  check (act in ('approve', 'receive', 'close', 'end-entry') or reason is not null);
