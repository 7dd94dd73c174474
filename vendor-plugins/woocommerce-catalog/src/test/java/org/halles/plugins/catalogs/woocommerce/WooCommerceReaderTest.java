package org.halles.plugins.catalogs.woocommerce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.halles.spi.CatalogEntry;
import org.halles.spi.CatalogField;
import org.halles.spi.CatalogRow;
import org.junit.jupiter.api.Test;

class WooCommerceReaderTest {

  private static final List<String> HEADER =
      List.of(
          "ID",
          "Type",
          "SKU",
          "Name",
          "Published",
          "Weight (lbs)",
          "Sale price",
          "Regular price",
          "Categories",
          "Parent",
          "Attribute 1 name",
          "Attribute 1 value(s)");

  @Test
  void a_variation_belongs_to_its_parent_by_sku_or_by_number() {
    List<CatalogEntry> entries =
        read(
            row(
                "45",
                "variable",
                "hoodie",
                "Hoodie",
                "1",
                "",
                "",
                "",
                "",
                "",
                "Color",
                "Blue, Red"),
            row("46", "variation", "h-blue", "", "1", "", "", "45", "", "hoodie", "Color", "Blue"),
            row("47", "variation", "h-red", "", "1", "", "", "45", "", "id:45", "Color", "Red"));

    assertEquals(
        List.of("hoodie", "hoodie", "hoodie"),
        entries.stream().map(CatalogEntry::article).toList());
    assertEquals("Color=Red", said(entries.get(2), CatalogField.OPTION));
    assertTrue(entries.get(0).facts().stream().noneMatch(fact -> fact.field().isOfVariant()));
  }

  @Test
  void a_product_that_names_a_parent_goes_in_with_a_remark() {
    List<CatalogEntry> entries =
        read(
            row("1", "simple", "h-blue", "Blue", "1", "", "", "45", "", "hoodie", "", ""),
            row("2", "variation", "h-red", "Red", "1", "", "", "45", "", "hoodie", "", ""),
            row("3", "simple", "cap", "Cap", "1", "", "", "18", "", "", "", ""));

    assertEquals("h-blue", entries.get(0).article());
    assertTrue(entries.get(0).problems().isEmpty());
    assertEquals("Parent", entries.get(0).remarks().get(0).column());
    assertEquals("hoodie", entries.get(0).remarks().get(0).value());
    assertTrue(entries.get(0).remarks().get(0).message().get("fr").contains("(simple)"));
    assertTrue(entries.get(1).remarks().isEmpty());
    assertTrue(entries.get(2).remarks().isEmpty());
  }

  @Test
  void a_sale_without_an_end_is_the_price_and_pounds_become_grams() {
    CatalogEntry entry =
        read(row("1", "simple", "cap", "Cap", "1", ".5", "16", "18", "", "", "", "")).get(0);

    assertEquals("=16", said(entry, CatalogField.PRICE));
    assertEquals("=227", said(entry, CatalogField.WEIGHT_GRAMS));
  }

  @Test
  void the_first_category_counts_and_its_commas_may_be_escaped() {
    CatalogEntry entry =
        read(row(
                "1",
                "simple",
                "c",
                "C",
                "0",
                "",
                "",
                "1",
                "Oils\\, vinegars > Oil, New",
                "",
                "",
                ""))
            .get(0);

    assertEquals("=Oils, vinegars > Oil", said(entry, CatalogField.CATEGORY));
    assertEquals("=false", said(entry, CatalogField.PUBLISHED));
  }

  @Test
  void grouped_and_external_products_are_explained() {
    for (String type : List.of("grouped", "external")) {
      CatalogEntry entry =
          read(row("1", type, "set", "Set", "1", "", "", "9", "", "", "", "")).get(0);

      assertEquals("Type", entry.problems().get(0).column());
      assertEquals(type, entry.problems().get(0).value());
    }
  }

  private static CatalogRow row(String... cells) {
    return CatalogRow.of(2, HEADER, List.of(cells));
  }

  private static List<CatalogEntry> read(CatalogRow... rows) {
    WooCommerceReader reader = new WooCommerceReader(HEADER);
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
