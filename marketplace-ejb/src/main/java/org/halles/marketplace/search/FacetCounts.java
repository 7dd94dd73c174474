package org.halles.marketplace.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.halles.marketplace.attribute.AttributeView;
import org.halles.marketplace.attribute.Attributes;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.CategoryTree;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.search.Facets.Facet;
import org.halles.marketplace.shared.Database;

/**
 * Counts how hits divide, by one statement over a bounded number of them. The answers are kept for
 * some seconds: many people look at the same few lists, and nobody minds a count that is a little
 * old.
 */
@ApplicationScoped
class FacetCounts {

  private static final Duration FRESH = Duration.ofSeconds(15);
  private static final int KEPT = 500;
  private static final int MOST_VENDORS = 12;

  /**
   * Where one price band ends and the next begins, in minor units: ten euros, a thousand yen, one
   * dinar.
   */
  private static final long[] BANDS = {1_000, 2_500, 5_000, 10_000, 25_000};

  private static final String COUNTS =
      """
      ) select case grouping(h.vendor_slug, h.category_id, h.kind, h.band)
                 when 7 then 'vendor' when 11 then 'category' when 13 then 'kind'
                 when 14 then 'price' else 'all' end as facet,
               coalesce(h.vendor_slug, h.category_id::text, h.kind, h.band::text) as value,
               max(h.vendor_name) as label, count(*) as hits
          from hit h
         group by grouping sets ((h.vendor_slug), (h.category_id), (h.kind), (h.band), ())
         union all
        select 'condition', c, null, count(*) from hit h, unnest(h.conditions) c group by c
         union all
        select 'said', f, null, count(*) from hit h, unnest(h.facets) f
         where split_part(f, '=', 1) = any (?) group by f
         order by 4 desc, 2
      """;

  private record Count(String facet, String value, String label, long hits) {}

  private record Kept(Facets facets, Instant until) {}

  private final Map<String, Kept> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > KEPT;
        }
      };

  private Database database;
  private Categories categories;
  private Attributes attributes;
  private Clock clock;

  protected FacetCounts() {}

  @Inject
  FacetCounts(Database database, Categories categories, Attributes attributes, Clock clock) {
    this.database = database;
    this.categories = categories;
    this.attributes = attributes;
    this.clock = clock;
  }

  Facets of(Filter filter, Matching matching) {
    List<Object> parameters = new ArrayList<>();
    String sql = sql(filter, matching, parameters);
    List<AttributeView> filterable = attributes.book().filterable();
    parameters.add(filterable.stream().map(AttributeView::code).toArray(String[]::new));
    String key = key(sql, parameters);
    Instant now = clock.instant();
    synchronized (kept) {
      Kept known = kept.get(key);
      if (known != null && known.until().isAfter(now)) {
        return known.facets();
      }
    }
    Facets counted = count(sql, parameters, filter);
    synchronized (kept) {
      kept.put(key, new Kept(counted, now.plus(FRESH)));
    }
    return counted;
  }

  private static String key(String sql, List<Object> parameters) {
    StringBuilder key = new StringBuilder(sql);
    for (Object parameter : parameters) {
      key.append('\u001f');
      key.append(parameter instanceof Object[] values ? Arrays.toString(values) : parameter);
    }
    return key.toString();
  }

  private static String sql(Filter filter, Matching matching, List<Object> parameters) {
    boolean worded = filter.words() != null;
    String joined = worded ? ", " + matching.from(filter.words(), parameters) : "";
    return "with hit as materialized (select v.slug as vendor_slug, v.name as vendor_name,"
        + " l.category_id, l.kind, l.conditions, l.facets,"
        + " l.currency || width_bucket(l.price_from_minor, '{1000,2500,5000,10000,25000}'::bigint[])"
        + " as band"
        + " from listing l join vendor v on v.id = l.vendor_id"
        + joined
        + " where "
        + filter.conditions(parameters, worded ? " and " + matching.condition() : "")
        + " limit "
        + (Facets.MOST + 1)
        + COUNTS;
  }

  private Facets count(String sql, List<Object> parameters, Filter filter) {
    List<Count> counts =
        database.list(
            sql,
            row ->
                new Count(
                    row.text("facet"), row.text("value"), row.text("label"), row.whole("hits")),
            parameters.toArray());
    List<Facet> currencies = currencies(named(counts, "price"));
    long hits = named(counts, "all").stream().mapToLong(Count::hits).sum();
    return new Facets(
        Math.min(hits, Facets.MOST),
        hits <= Facets.MOST,
        branches(named(counts, "category"), filter.category()),
        named(counts, "vendor").stream()
            .limit(MOST_VENDORS)
            .map(count -> new Facet(count.value(), count.label(), count.hits()))
            .toList(),
        currencies,
        currencies.isEmpty() ? List.of() : bands(named(counts, "price"), currencies.get(0).value()),
        words(named(counts, "condition")),
        words(named(counts, "kind")),
        said(named(counts, "said")));
  }

  private static List<Count> named(List<Count> counts, String facet) {
    return counts.stream().filter(count -> count.facet().equals(facet)).toList();
  }

  /** By attribute in the dictionary's order, the most frequent values first. */
  private List<Facets.Said> said(List<Count> counts) {
    Map<String, List<Facet>> values = new LinkedHashMap<>();
    for (Count count : counts) {
      int sign = count.value().indexOf('=');
      values
          .computeIfAbsent(count.value().substring(0, sign), code -> new ArrayList<>())
          .add(new Facet(count.value().substring(sign + 1), null, count.hits()));
    }
    return attributes.book().filterable().stream()
        .filter(attribute -> values.containsKey(attribute.code()))
        .map(attribute -> new Facets.Said(attribute.code(), values.get(attribute.code())))
        .toList();
  }

  private static List<Facet> words(List<Count> counts) {
    return counts.stream()
        .map(count -> new Facet(word(count.value()), null, count.hits()))
        .toList();
  }

  private static String word(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is counted by price has a currency before the number of its band: {@code EUR3}. */
  private static List<Facet> currencies(List<Count> counts) {
    Map<String, Long> hits = new TreeMap<>();
    counts.forEach(count -> hits.merge(count.value().substring(0, 3), count.hits(), Long::sum));
    return hits.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(entry -> new Facet(entry.getKey(), null, entry.getValue()))
        .toList();
  }

  private static List<Facet> bands(List<Count> counts, String currency) {
    return counts.stream()
        .filter(count -> count.value().startsWith(currency))
        .sorted(Comparator.comparingInt(FacetCounts::bucket))
        .map(count -> new Facet(band(bucket(count)), null, count.hits()))
        .toList();
  }

  private static int bucket(Count count) {
    return Integer.parseInt(count.value().substring(3));
  }

  private static String band(int bucket) {
    String from = bucket == 0 ? "0" : String.valueOf(BANDS[bucket - 1]);
    return from + "-" + (bucket == BANDS.length ? "" : String.valueOf(BANDS[bucket] - 1));
  }

  /** The hits of each category directly below the chosen one, with all that is below it. */
  private List<Facet> branches(List<Count> counts, CategoryView chosen) {
    CategoryTree tree = categories.tree();
    Map<String, Long> hits = new LinkedHashMap<>();
    int depth = chosen == null ? 0 : chosen.path().size();
    for (Count count : counts) {
      tree.find(UUID.fromString(count.value()))
          .filter(category -> category.path().size() > depth)
          .ifPresent(category -> hits.merge(category.path().get(depth), count.hits(), Long::sum));
    }
    return hits.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(entry -> new Facet(entry.getKey(), null, entry.getValue()))
        .toList();
  }
}
