-- For whom a plugin is on, from when to when, and how it is configured there. Versions are only
-- added: the latest of each plugin and scope holds, earlier ones can be brought back.
create table plugin_setup (
  id            bigint generated always as identity primary key,
  plugin_id     text not null,
  scope         text not null check (scope in ('PLATFORM', 'COUNTRY', 'CATEGORY', 'VENDOR')),
  scope_value   text not null default '',      -- country code, category slug or vendor id
  version       int not null,
  latest        boolean not null,
  state         text not null check (state in ('ON', 'OFF', 'ENDED')),
  valid_from    timestamptz,
  valid_to      timestamptz,
  configuration jsonb,                         -- secrets sealed
  by_vendor     boolean not null,
  reason        text not null default '',
  changed_by    text not null,
  changed_at    timestamptz not null,
  unique (plugin_id, scope, scope_value, version),
  check ((scope = 'PLATFORM') = (scope_value = '')),
  check (valid_from < valid_to)
);
create unique index plugin_setup_latest on plugin_setup (plugin_id, scope, scope_value) where latest;
create index plugin_setup_history on plugin_setup (plugin_id, id desc);
create index plugin_setup_of on plugin_setup (scope_value, plugin_id) where latest and scope = 'VENDOR';

-- What vendors may say themselves.
alter table plugin_state add column vendor_choice text not null default 'NONE'
  check (vendor_choice in ('NONE', 'SWITCH', 'CONFIGURE'));
