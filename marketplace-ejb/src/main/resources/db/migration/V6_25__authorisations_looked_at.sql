-- One worker at a time looks at held money that is due; what cannot be taken yet waits a while, so
-- that it holds up nothing else.
alter table authorisation add column next_look_at timestamptz;
