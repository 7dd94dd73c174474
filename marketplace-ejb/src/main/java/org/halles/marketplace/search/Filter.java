package org.halles.marketplace.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.catalog.CategoryTree;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.catalog.Condition;
import org.halles.marketplace.catalog.ListingKind;
import org.halles.marketplace.shared.Checklist;
import org.halles.spi.CurrencyCode;

/**
 * A query, checked.
 *
 * @param words null where nothing was typed
 * @param category null for all; the branch below it is included
 * @param said {@code code=value} for each attribute asked for; empty for none
 * @param branch ids of the category and all below it; null for all
 */
record Filter(
    Words words,
    CategoryView category,
    UUID[] branch,
    String vendor,
    Long minPrice,
    Long maxPrice,
    Condition condition,
    ListingKind kind,
    String[] said,
    String currency,
    Sort sort) {

  private static final UUID[] NOWHERE = {};
  private static final int MOST_ATTRIBUTES = 20;

  /**
   * @throws org.halles.marketplace.shared.InvalidInput with everything that is wrong
   */
  static Filter of(ListingQuery query, CategoryTree categories) {
    Checklist checklist = new Checklist();
    Words words = Words.of(query.words());
    CategoryView category =
        blank(query.category()) ? null : categories.find(query.category()).orElse(null);
    Filter filter =
        new Filter(
            words,
            category,
            blank(query.category()) ? null : branch(category, categories),
            blank(query.vendor()) ? null : storable(query.vendor()),
            price(checklist, "minPrice", query.minPrice()),
            price(checklist, "maxPrice", query.maxPrice()),
            blank(query.condition())
                ? null
                : checklist.choice("condition", query.condition(), Condition.class, Condition.NEW),
            blank(query.kind())
                ? null
                : checklist.choice("kind", query.kind(), ListingKind.class, ListingKind.GOODS),
            said(checklist, query.attributes()),
            currency(checklist, query.currency()),
            sort(checklist, query.sort(), words));
    checklist.done();
    return filter;
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static String storable(String text) {
    return text.replace("\0", "").strip();
  }

  private static UUID[] branch(CategoryView category, CategoryTree categories) {
    return category == null ? NOWHERE : categories.branch(category).toArray(UUID[]::new);
  }

  private static Long price(Checklist checklist, String field, Long minor) {
    if (minor != null && minor < 0) {
      checklist.reject(field, "must not be below 0", minor);
    }
    return minor;
  }

  private static String[] said(Checklist checklist, Map<String, String> attributes) {
    if (attributes.size() > MOST_ATTRIBUTES) {
      checklist.reject("attribute", "may be at most " + MOST_ATTRIBUTES, attributes.size());
    }
    return attributes.entrySet().stream()
        .map(one -> storable(one.getKey()) + "=" + storable(one.getValue()))
        .sorted()
        .toArray(String[]::new);
  }

  private static String currency(Checklist checklist, String code) {
    if (blank(code)) {
      return null;
    }
    try {
      return CurrencyCode.of(code).value();
    } catch (IllegalArgumentException unknown) {
      checklist.reject("currency", "must be an ISO 4217 code such as EUR", code);
      return null;
    }
  }

  private static Sort sort(Checklist checklist, String word, Words words) {
    Sort usual = words == null ? Sort.NEWEST : Sort.RELEVANCE;
    Sort chosen = blank(word) ? usual : checklist.choice("sort", word, Sort.class, usual);
    return words == null && chosen == Sort.RELEVANCE ? Sort.NEWEST : chosen;
  }

  /**
   * The conditions on {@code listing l} and {@code vendor v}, and what they compare with. Where
   * several vendors sell one product, only the cheapest of those that meet them is a hit, so that a
   * list shows a product once; within one vendor's stall each is. What is for companies only takes
   * nobody's place: most cannot buy it.
   *
   * @param worded what else a listing must be to count, or nothing
   */
  String conditions(List<Object> parameters, String worded) {
    String own = own(parameters) + worded;
    if (vendor != null) {
      return own;
    }
    String rival = own(parameters) + worded;
    return own
        + " and (not l.shared or not exists (select 1 from listing r join vendor rv"
        + " on rv.id = r.vendor_id where not r.companies_only and r.product_id = l.product_id and r.id <> l.id"
        + " and (r.price_from_minor, r.id) < (l.price_from_minor, l.id) and "
        + rival.replace("l.", "r.").replace("v.", "rv.").replace("sells(v)", "sells(rv)")
        + "))";
  }

  private String own(List<Object> parameters) {
    List<String> conditions = new ArrayList<>();
    conditions.add("l.status = 'LIVE' and sells(v) and l.price_from_minor is not null");
    if (branch != null) {
      conditions.add("l.category_id = any (?)");
      parameters.add(branch);
    }
    if (vendor != null) {
      conditions.add("v.slug = ?");
      parameters.add(vendor);
    }
    if (minPrice != null) {
      conditions.add("l.price_from_minor >= ?");
      parameters.add(minPrice);
    }
    if (maxPrice != null) {
      conditions.add("l.price_from_minor <= ?");
      parameters.add(maxPrice);
    }
    if (currency != null) {
      conditions.add("l.currency = ?");
      parameters.add(currency);
    }
    if (condition != null) {
      conditions.add("? = any (l.conditions)");
      parameters.add(condition);
    }
    if (kind != null) {
      conditions.add("l.kind = ?");
      parameters.add(kind);
    }
    if (said.length > 0) {
      conditions.add("l.facets @> ?");
      parameters.add(said);
    }
    return String.join(" and ", conditions);
  }
}
