package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/**
 * The places where a vendor's goods lie. Who has one place only never needs them; the first one
 * that is named takes over everything that is counted.
 */
@ApplicationScoped
@Transactional
public class StockPlaces {

  private static final int MOST_AT_ONCE = 1_000;

  /** What became of what was said about an offer at a place. */
  public enum Result {
    CHANGED,
    UNCHANGED,
    UNKNOWN_SKU,
    UNKNOWN_PLACE,
    /** Other units lie there than whoever counted saw. */
    MOVED
  }

  private StockPlaceRows rows;
  private Stock stock;
  private Audit audit;

  protected StockPlaces() {}

  @Inject
  StockPlaces(StockPlaceRows rows, Stock stock, Audit audit) {
    this.rows = rows;
    this.stock = stock;
    this.audit = audit;
  }

  /** The vendor's places, the one that orders take from first first. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_READ)
  public List<StockPlace> list(VendorScope scope) {
    return rows.of(scope.vendorId());
  }

  /**
   * One more place. Nothing lies there yet, unless it is the first.
   *
   * @throws org.halles.marketplace.shared.InvalidInput naming everything that is wrong
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_WRITE)
  public StockPlace add(VendorScope scope, StockPlaceInput input) {
    List<StockPlace> before = rows.locked(scope.vendorId());
    Checklist checklist = new Checklist();
    StockPlaceInput checked = new StockPlaceChecks(checklist).check(input, before, null);
    checklist.done();
    UUID id = rows.insert(scope.vendorId(), code(checked.name(), before), checked);
    rows.spread(scope.vendorId(), id, before.isEmpty());
    return told(scope, "add-stock-place", null, rows.get(scope.vendorId(), id));
  }

  /**
   * Everything about a place but its code. What lies in a place that is off is not for sale, and
   * for sale again when it is on.
   *
   * @throws org.halles.marketplace.shared.NotFound also if it is another vendor's
   * @throws org.halles.marketplace.shared.InvalidInput naming everything that is wrong
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_WRITE)
  public StockPlace change(VendorScope scope, UUID id, StockPlaceInput input) {
    List<StockPlace> before = rows.locked(scope.vendorId());
    StockPlace place = rows.get(scope.vendorId(), id);
    Checklist checklist = new Checklist();
    StockPlaceInput checked = new StockPlaceChecks(checklist).check(input, before, place);
    checklist.done();
    rows.update(scope.vendorId(), id, place.position(), checked);
    if (checked.active() != place.active()) {
      rows.turn(id, checked.active());
    }
    return told(scope, "change-stock-place", place, rows.get(scope.vendorId(), id));
  }

  /**
   * Takes away a place that was never needed: nothing lies there, and no order was ever taken from
   * it. The only place goes with what lies there, for all of it stays counted as before.
   *
   * @throws org.halles.marketplace.shared.NotFound also if it is another vendor's
   * @throws StockPlaceInUse if it was needed
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_WRITE)
  public void remove(VendorScope scope, UUID id) {
    List<StockPlace> places = rows.locked(scope.vendorId());
    StockPlace place = rows.get(scope.vendorId(), id);
    boolean last =
        place.active()
            && places.stream().filter(StockPlace::active).count() == 1
            && places.size() > 1;
    if (last || !rows.remove(scope.vendorId(), id, places.size() == 1)) {
      throw new StockPlaceInUse(place);
    }
    audit.record(
        "remove-stock-place", Subject.of("stock-place", id, scope.vendorId()), place, null);
  }

  private StockPlace told(VendorScope scope, String deed, StockPlace before, StockPlace after) {
    audit.record(deed, Subject.of("stock-place", after.id(), scope.vendorId()), before, after);
    return after;
  }

  private static String code(String name, List<StockPlace> taken) {
    String slug = Slug.of(name);
    String wanted = (slug.length() > 36 ? slug.substring(0, 36) : slug).replaceAll("-+$", "");
    for (int number = 1; ; number++) {
      String code = number == 1 ? wanted : wanted + "-" + number;
      if (taken.stream().noneMatch(place -> place.code().equals(code))) {
        return code;
      }
    }
  }

  /**
   * So many units lie there from now on, all or none. What was not counted is counted then.
   *
   * @throws org.halles.marketplace.shared.InvalidInput naming everything that is wrong
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_WRITE)
  public void lay(VendorScope scope, List<PlacedUnits> units) {
    Checklist checklist = new Checklist();
    if (units == null || units.isEmpty() || units.size() > MOST_AT_ONCE) {
      checklist.reject("units", "must be between 1 and " + MOST_AT_ONCE, null);
      checklist.done();
    }
    StockPlaceChecks checks = new StockPlaceChecks(checklist);
    Set<String> told = new HashSet<>();
    for (int index = 0; index < units.size(); index++) {
      checks.units("units[" + index + "]", units.get(index), told);
    }
    checklist.done();
    Map<PlacedUnits, Result> results = judge(scope, units, new HashMap<>());
    for (int index = 0; index < units.size(); index++) {
      checks.known("units[" + index + "]", units.get(index), results.get(units.get(index)));
    }
    checklist.done();
    layEach(scope, units);
  }

  /** The same for those that are known; what became of each. Numbers are taken as they are. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_WRITE)
  public Map<PlacedUnits, Result> layEach(VendorScope scope, List<PlacedUnits> units) {
    Map<UUID, Map<String, Integer>> wanted = new HashMap<>();
    Map<PlacedUnits, Result> results = judge(scope, units, wanted);
    Map<UUID, Integer> uncounted = new HashMap<>();
    rows.uncounted(wanted.keySet()).forEach(offer -> uncounted.put(offer, 0));
    if (!uncounted.isEmpty()) {
      stock.set(uncounted);
    }
    if (!wanted.isEmpty()) {
      stock.place(wanted);
    }
    return results;
  }

  private Map<PlacedUnits, Result> judge(
      VendorScope scope, List<PlacedUnits> units, Map<UUID, Map<String, Integer>> wanted) {
    List<String> places = rows.named(scope.vendorId()).stream().map(StockPlace::code).toList();
    Map<String, StockPlaceRows.Lying> known =
        rows.lying(scope.vendorId(), units.stream().map(PlacedUnits::sku).distinct().toList());
    Map<PlacedUnits, Result> results = new LinkedHashMap<>();
    for (PlacedUnits one : units) {
      StockPlaceRows.Lying offer = known.get(one.sku());
      Result result = result(one, offer, places);
      results.put(one, result);
      if (result == Result.CHANGED) {
        wanted
            .computeIfAbsent(offer.offer(), id -> new HashMap<>())
            .put(one.place(), one.quantity());
      }
    }
    return results;
  }

  private static Result result(PlacedUnits units, StockPlaceRows.Lying offer, List<String> places) {
    if (offer == null) {
      return Result.UNKNOWN_SKU;
    }
    if (!places.contains(units.place())) {
      return Result.UNKNOWN_PLACE;
    }
    if (units.expected() != null
        && !units.expected().equals(offer.units().getOrDefault(units.place(), 0))) {
      return Result.MOVED;
    }
    return units.quantity().equals(offer.units().get(units.place()))
        ? Result.UNCHANGED
        : Result.CHANGED;
  }
}
