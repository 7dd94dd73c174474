package org.halles.plugins.catalogs.magento;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.halles.spi.CatalogEntry;
import org.halles.spi.CatalogField;
import org.halles.spi.CatalogRow;
import org.junit.jupiter.api.Test;

class MagentoReaderTest {

  @Test
  void simple_products_before_or_after_a_configurable_are_its_variants() {
    List<CatalogEntry> entries =
        read(
            row(Map.of("sku", "T-S", "product_type", "simple", "price", "14")),
            row(
                Map.of(
                    "sku", "T",
                    "product_type", "configurable",
                    "name", "Tee",
                    "configurable_variations", "sku=T-S,size=S|sku=T-M,size=M",
                    "configurable_variation_labels", "size=Size")),
            row(Map.of("sku", "T-M", "product_type", "simple", "price", "15")));

    assertEquals(List.of("T", "T", "T"), entries.stream().map(CatalogEntry::article).toList());
    assertEquals("Size=S", said(entries.get(0), CatalogField.OPTION));
    assertEquals("=15", said(entries.get(2), CatalogField.PRICE));
  }

  @Test
  void the_deepest_category_counts_whatever_stands_between_them() {
    for (String between : List.of(",", "|")) {
      CatalogEntry entry =
          read(row(
                  Map.of(
                      "sku",
                      "S",
                      "categories",
                      "Default Category/Gear" + between + "Default Category/Gear/Yoga")))
              .get(0);

      assertEquals("=Gear > Yoga", said(entry, CatalogField.CATEGORY));
    }
  }

  @Test
  void a_store_view_tells_another_language() {
    List<CatalogEntry> entries =
        read(
            row(Map.of("sku", "S", "product_type", "simple", "name", "Strap")),
            row(Map.of("sku", "S", "store_view_code", "fr_FR", "name", "Sangle")));

    assertEquals("fr=Sangle", said(entries.get(1), CatalogField.TITLE));
  }

  @Test
  void bundles_and_grouped_products_are_explained() {
    for (String type : List.of("bundle", "grouped")) {
      CatalogEntry entry = read(row(Map.of("sku", "B", "product_type", type))).get(0);

      assertEquals("product_type", entry.problems().get(0).column());
    }
  }

  @Test
  void values_with_separators_survive_in_quotes() {
    Map<String, String> pairs = new LinkedHashMap<>();
    pairs.put("size", "XL, long");
    pairs.put("note", "say \"hi\" | a=b");
    pairs.put("color", "Blue");

    assertEquals(pairs, Pairs.read(Pairs.write(pairs)));
  }

  private static CatalogRow row(Map<String, String> cells) {
    return new CatalogRow(2, cells);
  }

  private static List<CatalogEntry> read(CatalogRow... rows) {
    MagentoReader reader = new MagentoReader();
    List<CatalogEntry> entries = new ArrayList<>();
    List.of(rows).forEach(reader::look);
    List.of(rows).forEach(row -> reader.read(row).ifPresent(entries::add));
    return entries;
  }

  private static String said(CatalogEntry entry, CatalogField field) {
    return entry.facts().stream()
        .filter(fact -> fact.field() == field)
        .map(fact -> fact.name() + "=" + fact.value())
        .collect(Collectors.joining(";"));
  }
}
