package org.halles.marketplace.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** Whether a promotion makes sense; everything that is wrong is told at once. */
@ApplicationScoped
class PromotionChecks {

  /** Beyond it hardly anything would be left to pay, or to give back. */
  static final int MOST_BASIS_POINTS = 9_000;

  /** What is given away wholly is given by its vendors alone. */
  static final int ALL_BASIS_POINTS = 10_000;

  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{2,29}");
  private static final int LONGEST_TITLE = 80;
  private static final int MOST_TARGETS = 50;
  private static final int MOST_USES = 10_000_000;

  /**
   * A promotion that makes sense.
   *
   * @param targets vendors' ids, categories' slugs or listings' ids
   */
  record Checked(PromotionInput input, Target target, List<String> targets, CurrencyCode currency) {

    Money amount() {
      return input.amount();
    }
  }

  private Database database;

  protected PromotionChecks() {}

  @Inject
  PromotionChecks(Database database) {
    this.database = database;
  }

  /**
   * @param vendor whose it is, or null for the operator's
   */
  public Checked check(PromotionInput given, UUID vendor, Instant now) {
    PromotionInput input = tidied(given, vendor, now);
    Checklist checklist = new Checklist();
    if (input.code() != null) {
      checklist.pattern(
          "code", input.code(), CODE, "3 to 30 letters without accents, digits or hyphens");
    }
    checklist.texts("title", input.title(), LONGEST_TITLE, true);
    checkWorth(input, checklist);
    checklist.number("totalLimit", input.totalLimit(), 1, MOST_USES, 1);
    checklist.number("buyerLimit", input.buyerLimit(), 1, MOST_USES, 1);
    if (input.endsAt() != null && !input.endsAt().isAfter(input.startsAt())) {
      checklist.reject("endsAt", "must be after its beginning", input.endsAt());
    }
    Target target = checklist.choice("target", input.target(), Target.class, Target.ALL);
    List<String> targets = targets(input, target, vendor, checklist);
    checklist.done();
    return new Checked(input, target, targets, currencyOf(input));
  }

  private static PromotionInput tidied(PromotionInput in, UUID vendor, Instant now) {
    boolean none = in.code() == null || in.code().isBlank();
    return new PromotionInput(
        none ? null : in.code().strip().toUpperCase(Locale.ROOT),
        in.title(),
        in.basisPoints(),
        in.amount(),
        in.minimum(),
        vendor != null ? Integer.valueOf(0) : in.platformBasisPoints(),
        in.target(),
        in.targets() == null ? List.of() : in.targets(),
        Boolean.TRUE.equals(in.stackable()),
        in.totalLimit(),
        in.buyerLimit(),
        in.startsAt() == null ? now : in.startsAt(),
        in.endsAt());
  }

  private static void checkWorth(PromotionInput input, Checklist checklist) {
    if (input.basisPoints() == null == (input.amount() == null)) {
      checklist.reject("basisPoints", "name either a percentage or an amount", input.basisPoints());
    }
    boolean vendorsAlone = Integer.valueOf(0).equals(input.platformBasisPoints());
    int most = vendorsAlone ? ALL_BASIS_POINTS : MOST_BASIS_POINTS;
    checklist.number("basisPoints", input.basisPoints(), 1, most, 1);
    checklist.number("platformBasisPoints", input.platformBasisPoints(), 0, 10_000, 10_000);
    Money amount = input.amount();
    Money minimum = input.minimum();
    if (amount != null && !amount.isPositive()) {
      checklist.reject("amount", "must be above zero", amount);
    }
    if (minimum != null && !minimum.isPositive()) {
      checklist.reject("minimum", "must be above zero, or left out", minimum);
    } else if (amount != null && minimum == null) {
      checklist.reject("minimum", "an amount needs a minimum purchase above it", null);
    } else if (amount != null && !amount.currency().equals(minimum.currency())) {
      checklist.reject("minimum", "must be in the currency of the amount", minimum);
    } else if (amount != null && minimum.compareTo(amount) <= 0) {
      checklist.reject("minimum", "must be above the amount that is taken off", minimum);
    }
  }

  private static CurrencyCode currencyOf(PromotionInput input) {
    Money some = input.amount() == null ? input.minimum() : input.amount();
    return some == null ? null : some.currency();
  }

  private List<String> targets(
      PromotionInput input, Target target, UUID vendor, Checklist checklist) {
    if (target == Target.ALL) {
      return List.of();
    }
    if (target == Target.VENDOR && vendor != null) {
      checklist.reject("target", "is the operator's choice only", input.target());
      return List.of();
    }
    Set<String> wanted = new TreeSet<>();
    input.targets().stream()
        .filter(Objects::nonNull)
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .forEach(wanted::add);
    if (wanted.isEmpty() || wanted.size() > MOST_TARGETS) {
      checklist.reject("targets", "name what it is about, at most " + MOST_TARGETS, wanted.size());
      return List.of();
    }
    return known(target, wanted, vendor, checklist);
  }

  private List<String> known(Target target, Set<String> wanted, UUID vendor, Checklist checklist) {
    String sql =
        switch (target) {
          case VENDOR -> "select slug as name, id::text as key, null::uuid as owner from vendor";
          case CATEGORY -> "select slug as name, slug as key, null::uuid as owner from category";
          default -> "select id::text as name, id::text as key, vendor_id as owner from listing";
        };
    Map<String, String> keys = new TreeMap<>();
    database.list(
        "select * from ("
            + sql
            + ") t where name = any(?) and (?::uuid is null or owner is null"
            + " or owner = ?::uuid)",
        row -> keys.put(row.text("name"), row.text("key")),
        wanted.toArray(String[]::new),
        vendor,
        vendor);
    Set<String> unknown = new TreeSet<>(wanted);
    unknown.removeAll(keys.keySet());
    if (!unknown.isEmpty()) {
      checklist.reject("targets", "are not known here", String.join(", ", unknown));
    }
    return List.copyOf(keys.values());
  }
}
