package org.halles.marketplace.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.halles.marketplace.shared.Json;
import org.halles.spi.Money;

/** Tells field by field in what two wordings of a listing differ. */
final class Differences {

  private final CategoryTree categories;
  private final List<FieldChange> found = new ArrayList<>();

  private Differences(CategoryTree categories) {
    this.categories = categories;
  }

  /**
   * @param before null for a listing that is new
   */
  static List<FieldChange> between(
      ListingInput before, ListingInput after, CategoryTree categories) {
    Differences differences = new Differences(categories);
    differences.listings(tree(before), tree(after));
    return differences.found;
  }

  private static JsonNode tree(ListingInput input) {
    return input == null ? Json.mapper().createObjectNode() : Json.mapper().valueToTree(input);
  }

  private void listings(JsonNode before, JsonNode after) {
    for (String field : names(before, after)) {
      if (!field.equals("variants")) {
        fields(field, null, before.path(field), after.path(field));
      }
    }
    Map<String, JsonNode> known = bySku(before);
    Map<String, JsonNode> wanted = bySku(after);
    Set<String> skus = new LinkedHashSet<>(known.keySet());
    skus.addAll(wanted.keySet());
    for (String sku : skus) { // who tells the sum only, says nothing of the places
      JsonNode one = known.getOrDefault(sku, Json.mapper().createObjectNode());
      JsonNode other = wanted.getOrDefault(sku, Json.mapper().createObjectNode());
      names(one, other).stream()
          .filter(name -> !name.equals("places") || !nothing(other.path(name)))
          .forEach(name -> fields(name, sku, one.path(name), other.path(name)));
    }
  }

  private void fields(String field, String sku, JsonNode before, JsonNode after) {
    boolean plain = isLeaf(field, before) && isLeaf(field, after);
    if (plain && !same(before, after)) {
      found.add(new FieldChange(field, sku, told(field, before), told(field, after)));
    } else if (!plain) {
      for (String name : names(before, after)) {
        fields(field + "." + name, sku, before.path(name), after.path(name));
      }
    }
  }

  private static boolean isLeaf(String field, JsonNode node) {
    return !node.isObject() || node.isEmpty() || node.has("minor");
  }

  private static boolean same(JsonNode one, JsonNode other) {
    return nothing(one) ? nothing(other) : one.equals(other);
  }

  private static boolean nothing(JsonNode node) {
    return node.isMissingNode()
        || node.isNull()
        || node.isContainerNode() && node.isEmpty()
        || node.isTextual() && node.asText().isEmpty();
  }

  private String told(String field, JsonNode node) {
    if (nothing(node)) {
      return null;
    }
    if (node.has("minor")) {
      return Money.of(node.path("minor").asLong(), node.path("currency").asText()).toString();
    }
    if (field.equals("categoryId")) {
      return categories.find(node.asText()).map(CategoryView::slug).orElse(node.asText());
    }
    if (field.equals("priceBreaks")) {
      return steps(node);
    }
    return node.isArray() ? String.valueOf(node.size()) : node.asText();
  }

  /** Such as {@code 10: 4.50 EUR, 100: 3.90 EUR}. */
  private String steps(JsonNode breaks) {
    List<String> steps = new ArrayList<>();
    breaks.forEach(
        one -> steps.add(one.path("from").asText() + ": " + told("price", one.path("price"))));
    return String.join(", ", steps);
  }

  private static Set<String> names(JsonNode one, JsonNode other) {
    Set<String> names = new LinkedHashSet<>();
    one.fieldNames().forEachRemaining(names::add);
    other.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Map<String, JsonNode> bySku(JsonNode listing) {
    Map<String, JsonNode> variants = new LinkedHashMap<>();
    for (JsonNode variant : listing.path("variants")) {
      String sku = variant.path("sku").asText();
      ObjectNode rest = ((ObjectNode) variant).deepCopy();
      rest.set("sku", NullNode.getInstance());
      variants.put(sku, rest);
    }
    return variants;
  }
}
