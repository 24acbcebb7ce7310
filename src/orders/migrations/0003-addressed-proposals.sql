-- A 呈批件 is put before one leader. Those that wait from before stay without an addressee until the office names one.
-- Operator: nothing to do.
alter table orders.proposal add column to_post_id uuid;
alter table orders.proposal add constraint proposal_to_known_post foreign key (district, to_post_id) references organisation.post (district, id);
