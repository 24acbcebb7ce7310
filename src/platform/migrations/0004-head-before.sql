-- The head of a chain also keeps the head before it: an entry says which one it continues, and is refused on any other.
-- For the operator: nothing to do.
alter table platform.journal_head add column previous text;
