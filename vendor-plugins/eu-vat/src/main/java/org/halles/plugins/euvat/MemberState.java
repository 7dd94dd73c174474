package org.halles.plugins.euvat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A member state: what it calls the tax, its rates over time, its places with others. */
final class MemberState {

  private final String code;
  private final String taxName;
  private final NavigableMap<LocalDate, RateSet> periods = new TreeMap<>();
  private final List<Place> places;

  MemberState(String code, String taxName, Map<LocalDate, RateSet> periods, List<Place> places) {
    this.code = code;
    this.taxName = taxName;
    this.periods.putAll(periods);
    this.places = List.copyOf(places);
  }

  /** A place whose rates differ from the rest of its state. */
  record Place(String jurisdiction, Pattern postalCodes, RateSet rates) {}

  String code() {
    return code;
  }

  String taxName() {
    return taxName;
  }

  List<Place> places() {
    return places;
  }

  /** The rates of a day; the oldest known ones for days before them. */
  RateSet on(LocalDate day) {
    Map.Entry<LocalDate, RateSet> period = periods.floorEntry(day);
    return (period == null ? periods.firstEntry() : period).getValue();
  }

  /** The place of this postal code, however it is typed, if it has rates of its own. */
  Optional<Place> placeAt(String postalCode) {
    String digits = postalCode.replaceAll("\\D", "");
    return places.stream()
        .filter(place -> place.postalCodes().matcher(digits).matches())
        .findFirst();
  }
}
