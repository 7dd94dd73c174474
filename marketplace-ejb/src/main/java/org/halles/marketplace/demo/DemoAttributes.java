package org.halles.marketplace.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.halles.marketplace.attribute.Assignment;
import org.halles.marketplace.attribute.AttributeInput;
import org.halles.marketplace.shared.Texts;

/**
 * What the demo's categories ask for. The values of an attribute are those that the goods have: the
 * same words in French and in English become one value.
 */
record DemoAttributes(List<Attribute> attributes, List<Asks> categories) {

  /** An attribute without its values. */
  record Attribute(
      String code,
      Texts label,
      String type,
      String unit,
      Boolean several,
      Boolean filterable,
      Boolean content) {}

  /** What a category asks for. */
  record Asks(String category, List<Assignment> asks) {}

  AttributeInput input(Attribute attribute, List<DemoVendor> vendors) {
    Map<String, AttributeInput.Value> values = new LinkedHashMap<>();
    said(attribute.code(), vendors)
        .filter(JsonNode::isObject)
        .flatMap(words -> texts(words, Boolean.TRUE.equals(attribute.several())))
        .forEach(text -> values.putIfAbsent(text.in("en"), new AttributeInput.Value(null, text)));
    return new AttributeInput(
        attribute.label(),
        Texts.NONE,
        attribute.type(),
        attribute.unit(),
        attribute.several(),
        attribute.filterable(),
        attribute.content(),
        List.copyOf(values.values()));
  }

  private static Stream<JsonNode> said(String code, List<DemoVendor> vendors) {
    return vendors.stream()
        .flatMap(vendor -> vendor.listings().stream())
        .flatMap(
            listing ->
                Stream.concat(
                    Stream.ofNullable(listing.attributes()),
                    listing.variants().stream().map(DemoVendor.Variant::options)))
        .filter(words -> words != null && words.containsKey(code))
        .map(words -> words.get(code));
  }

  private static Stream<Texts> texts(JsonNode words, boolean several) {
    String[] french = parts(words.path("fr").asText(), several);
    String[] english = parts(words.path("en").asText(), several);
    if (french.length != english.length) {
      throw new IllegalStateException("not the same number of values in " + words);
    }
    List<Texts> texts = new ArrayList<>();
    for (int index = 0; index < french.length; index++) {
      texts.add(Texts.of(french[index], english[index]));
    }
    return texts.stream();
  }

  private static String[] parts(String words, boolean several) {
    return several ? words.split("\\s*,\\s*") : new String[] {words};
  }
}
