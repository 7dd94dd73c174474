package org.halles.marketplace.attribute;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.spi.Money;

/** The whole dictionary at one moment. Immutable. */
public final class AttributeBook {

  /** Asks for an attribute; how {@link Attributes} reads them. */
  record Asked(UUID category, String attribute, boolean required, boolean axis) {}

  private final Map<String, AttributeView> byCode = new LinkedHashMap<>();
  private final Map<UUID, List<Asked>> byCategory = new LinkedHashMap<>();

  AttributeBook(List<AttributeView> attributes, List<Asked> asked) {
    attributes.forEach(attribute -> byCode.put(attribute.code(), attribute));
    asked.forEach(
        one -> byCategory.computeIfAbsent(one.category(), id -> new ArrayList<>()).add(one));
  }

  /** All of them, by position. */
  public Collection<AttributeView> all() {
    return List.copyOf(byCode.values());
  }

  public Optional<AttributeView> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** Those that buyers narrow lists by. */
  public List<AttributeView> filterable() {
    return byCode.values().stream().filter(one -> one.filterable() && !one.archived()).toList();
  }

  /**
   * What a kilogram, a litre or a metre costs; empty if nothing says how much the packet holds, or
   * if that is one of them.
   *
   * @param said of the listing and of the variant, by attribute
   */
  public Optional<MeasuredPrice> measured(Money packet, Map<String, String> said) {
    return byCode.values().stream()
        .filter(AttributeView::content)
        .filter(attribute -> said.containsKey(attribute.code()))
        .flatMap(attribute -> measured(packet, attribute, said.get(attribute.code())).stream())
        .filter(measured -> !measured.price().equals(packet))
        .findFirst();
  }

  private static Optional<MeasuredPrice> measured(
      Money packet, AttributeView attribute, String stored) {
    String unit = attribute.unit() == null ? "" : " " + attribute.unit();
    return MeasuredPrice.of(packet, attribute.read(stored, "en") + unit);
  }

  /**
   * What a category asks for, together with all above it; the nearest word counts.
   *
   * @param path ids from the root to the category
   */
  public List<CategoryAttribute> of(List<UUID> path) {
    Map<String, CategoryAttribute> effective = new LinkedHashMap<>();
    for (UUID category : path) {
      for (Asked asked : byCategory.getOrDefault(category, List.of())) {
        AttributeView attribute = byCode.get(asked.attribute());
        if (attribute != null && !attribute.archived()) {
          effective.put(
              attribute.code(),
              new CategoryAttribute(attribute, asked.required(), asked.axis(), category));
        }
      }
    }
    return List.copyOf(effective.values());
  }

  /** The categories that ask for an attribute by themselves. */
  public List<UUID> askedBy(String code) {
    return byCategory.entrySet().stream()
        .filter(one -> one.getValue().stream().anyMatch(asked -> asked.attribute().equals(code)))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What this category asks for by itself. */
  public List<CategoryAttribute> own(UUID category) {
    return of(List.of(category));
  }
}
