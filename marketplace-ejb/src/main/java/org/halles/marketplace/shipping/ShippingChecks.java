package org.halles.marketplace.shipping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.Money;
import org.halles.spi.ShippingMethod;

/** Reads what a vendor wrote as shipping methods; names everything that is wrong at once. */
final class ShippingChecks {

  private static final int MOST_METHODS = 20;
  private static final int MOST_DAYS = 365;
  private static final Set<String> MODES = Set.of("flat", "per-item", "by-weight", "offer-fee");
  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  private final List<Violation> violations = new ArrayList<>();

  List<ShippingMethod> check(ShippingInput input) {
    List<ShippingInput.Method> methods = input.methods() == null ? List.of() : input.methods();
    if (methods.size() > MOST_METHODS) {
      reject("methods", "holds " + methods.size() + " methods: at most " + MOST_METHODS, null);
    }
    List<ShippingMethod> checked = new ArrayList<>();
    for (int index = 0; index < methods.size() && index < MOST_METHODS; index++) {
      checked.add(method("methods[" + index + "]", methods.get(index)));
    }
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
    return checked;
  }

  private ShippingMethod method(String at, ShippingInput.Method method) {
    if (method == null) {
      return reject(at, "is missing", null);
    }
    int before = violations.size();
    String label = method.label() == null ? "" : method.label().strip();
    require(
        !label.isEmpty() && label.length() <= 80,
        at + ".label",
        "must have 1 to 80 characters",
        method.label());
    require(
        method.mode() != null && MODES.contains(method.mode()),
        at + ".mode",
        "must be flat, per-item, by-weight or offer-fee",
        method.mode());
    boolean free = "offer-fee".equals(method.mode());
    require(
        method.price() != null && !method.price().isNegative(),
        at + ".price",
        "must be an amount of zero or more"
            + (free ? "; offer-fee charges none of it, it names the currency" : ""),
        method.price());
    require(
        method.freeFrom() == null
            || method.price() != null
                && method.freeFrom().currency().equals(method.price().currency())
                && !method.freeFrom().isNegative(),
        at + ".freeFrom",
        "must be an amount of zero or more in the currency of the price",
        method.freeFrom());
    days(at, method);
    countries(at, method.countries());
    return violations.size() > before ? null : toMethod(label, method);
  }

  private void days(String at, ShippingInput.Method method) {
    Integer least = method.minDays();
    Integer most = method.maxDays();
    require(
        least != null && least >= 0 && least <= MOST_DAYS,
        at + ".minDays",
        "must be between 0 and " + MOST_DAYS,
        least);
    require(
        most != null && most <= MOST_DAYS && (least == null || most >= least),
        at + ".maxDays",
        "must be between minDays and " + MOST_DAYS,
        most);
  }

  private void countries(String at, List<String> countries) {
    for (int index = 0; countries != null && index < countries.size(); index++) {
      String country = countries.get(index);
      require(
          country != null && COUNTRIES.contains(country),
          at + ".countries[" + index + "]",
          "must be an ISO 3166 country code such as FR",
          country);
    }
  }

  private static ShippingMethod toMethod(String label, ShippingInput.Method method) {
    Money price =
        "offer-fee".equals(method.mode()) ? Money.zero(method.price().currency()) : method.price();
    return new ShippingMethod(
        Ids.next().toString(),
        label,
        method.mode(),
        price,
        method.freeFrom(),
        method.minDays(),
        method.maxDays(),
        method.countries() == null ? List.of() : method.countries());
  }

  private void require(boolean fine, String field, String message, Object value) {
    if (!fine) {
      reject(field, message, value);
    }
  }

  private <T> T reject(String field, String message, Object value) {
    violations.add(new Violation(field, message, value == null ? null : value.toString()));
    return null;
  }
}
