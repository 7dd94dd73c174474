package org.halles.web.shop;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halles.marketplace.search.ListingQuery;
import org.halles.web.ui.Language;
import org.halles.web.ui.Query;

/**
 * What somebody looks for, as the address says it. The address is all the state there is: every
 * facet, chip and order is a link to another address.
 */
final class SearchState {

  static final String[] PARTS = {
    "q", "category", "vendor", "min", "max", "condition", "kind", "sort"
  };

  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,7})(?:[.,](\\d{1,2}))?");

  /** Before the code of an attribute: {@code f.colour=red}. */
  static final String SAID = "f.";

  private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,60}");
  private static final int MOST_SAID = 10;

  private final Map<String, String> parts;
  private final String home;

  private SearchState(Map<String, String> parts, String home) {
    this.parts = parts;
    this.home = home;
  }

  static SearchState of(HttpServletRequest request, Language language) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : PARTS) {
      String value = request.getParameter(part);
      if (value != null && !value.isBlank()) {
        parts.put(part, value.strip());
      }
    }
    request.getParameterMap().entrySet().stream()
        .filter(sent -> sent.getKey().startsWith(SAID))
        .filter(sent -> CODE.matcher(sent.getKey().substring(SAID.length())).matches())
        .filter(sent -> !sent.getValue()[0].isBlank() && sent.getValue()[0].length() <= 80)
        .sorted(Map.Entry.comparingByKey())
        .limit(MOST_SAID)
        .forEach(sent -> parts.put(sent.getKey(), sent.getValue()[0].strip()));
    return new SearchState(parts, language.getPath());
  }

  /** Everything in the address that is a word of this page, in its order. */
  Map<String, String> all() {
    return parts;
  }

  /** Attributes and values asked for, by code. */
  Map<String, String> said() {
    Map<String, String> said = new LinkedHashMap<>();
    parts.forEach(
        (part, value) -> {
          if (part.startsWith(SAID)) {
            said.put(part.substring(SAID.length()), value);
          }
        });
    return said;
  }

  String get(String part) {
    return parts.get(part);
  }

  boolean has(String part) {
    return parts.containsKey(part);
  }

  /** The address with this part changed, or left out if the value is null; from the first page. */
  String with(String part, String value) {
    Map<String, String> changed = new LinkedHashMap<>(parts);
    changed.put(part, value);
    return address(changed, null);
  }

  /** The address without this part. */
  String without(String part) {
    return with(part, null);
  }

  /** The address with both ends of the price changed. */
  String withPrices(String min, String max) {
    Map<String, String> changed = new LinkedHashMap<>(parts);
    changed.put("min", min);
    changed.put("max", max);
    return address(changed, null);
  }

  /** The address of the part of the list after this cursor; of its start if it is null. */
  String after(String cursor) {
    return address(parts, cursor);
  }

  /** Without words, a category has a page of its own. */
  private String address(Map<String, String> wanted, String cursor) {
    String category = wanted.get("category");
    boolean ownPage = category != null && wanted.get("q") == null;
    Query query = Query.of(home + (ownPage ? "/c/" + Query.encode(category) : "/search"));
    wanted.forEach(
        (part, value) -> {
          if (!(ownPage && part.equals("category"))) {
            query.with(part, value);
          }
        });
    return query.with("cursor", cursor).toString();
  }

  ListingQuery query() {
    return new ListingQuery(
        get("q"),
        get("category"),
        get("vendor"),
        cents("min").orElse(null),
        cents("max").map(cents -> get("max").matches(".*[.,].*") ? cents : cents + 99).orElse(null),
        get("condition"),
        get("kind"),
        said(),
        get("sort"));
  }

  /**
   * An amount as people type it, in cents; empty if it is none. A whole upper end includes its
   * cents.
   */
  private Optional<Long> cents(String part) {
    Matcher amount = AMOUNT.matcher(has(part) ? get(part) : "");
    if (!amount.matches()) {
      return Optional.empty();
    }
    String fraction = amount.group(2) == null ? "00" : (amount.group(2) + "0").substring(0, 2);
    return Optional.of(Long.parseLong(amount.group(1)) * 100 + Long.parseLong(fraction));
  }
}
