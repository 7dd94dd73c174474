-- What was set for the usual checks of listings becomes the configuration of their plugin. A number
-- that was never one, or is out of bounds, holds as usual again.
with set_before as (
  select coalesce(jsonb_object_agg(field, value), '{}') as configuration
    from (select case s.key || '/' || e.key
                   when 'check:missing-data/shortest-description' then 'shortestDescription'
                   when 'check:price-outlier/reach' then 'priceReach'
                   when 'check:price-outlier/fewest-offers' then 'fewestOffers'
                   when 'check:banned-words/words' then 'bannedWords'
                   when 'check:duplicates/alike-percent' then 'alikePercent'
                   when 'check:restricted-categories/categories' then 'restrictedCategories'
                 end as field,
                 case when s.key in ('check:banned-words', 'check:restricted-categories')
                        -- an emptied list banned nothing; an empty field means the usual list
                        then to_jsonb(coalesce(nullif(btrim(e.value), ''), '#'))
                      when e.value ~ '^\s*0*[1-9]\d{0,8}\s*$'
                           and (s.key <> 'check:duplicates' or btrim(e.value)::int <= 100)
                        then to_jsonb(btrim(e.value)::int)
                 end as value
            from moderation_setting s cross join jsonb_each_text(s.value) e
           where s.key like 'check:%') moved
   where field is not null and value is not null)
insert into plugin_setup (plugin_id, scope, version, latest, state, configuration, by_vendor,
                          reason, changed_by, changed_at)
select 'listing-checks', 'PLATFORM', 1, true, 'ON', configuration, false,
       'moved from the settings of moderation', 'system', now()
  from set_before
 where configuration <> '{}'
   and not exists (select 1 from plugin_setup
                    where plugin_id = 'listing-checks' and scope = 'PLATFORM');

delete from moderation_setting where key like 'check:%';
