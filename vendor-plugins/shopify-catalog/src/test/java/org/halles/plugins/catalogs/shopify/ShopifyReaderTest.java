package org.halles.plugins.catalogs.shopify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.halles.spi.CatalogEntry;
import org.halles.spi.CatalogField;
import org.halles.spi.CatalogRow;
import org.junit.jupiter.api.Test;

class ShopifyReaderTest {

  private static final List<String> OLD =
      List.of("Handle", "Title", "Option1 Name", "Option1 Value", "Variant Price", "Image Src");
  private static final List<String> NEW =
      List.of(" URL handle ", "Title", "Description", "SKU", "Price", "Inventory quantity");

  @Test
  void later_rows_of_a_handle_take_their_option_names_from_the_first() {
    ShopifyReader reader = new ShopifyReader();
    read(reader, OLD, 2, "tee", "Tee", "Size", "S", "10", "");

    CatalogEntry second = read(reader, OLD, 3, "tee", "", "", "M", "11", "");

    assertEquals("Size=M", said(second, CatalogField.OPTION));
    assertEquals("=11", said(second, CatalogField.PRICE));
  }

  @Test
  void a_row_with_a_picture_only_is_no_variant() {
    CatalogEntry entry =
        read(new ShopifyReader(), OLD, 4, "tee", "", "", "", "", "https://x.example/2.jpg");

    assertEquals("=https://x.example/2.jpg", said(entry, CatalogField.IMAGE));
    assertTrue(entry.facts().stream().noneMatch(fact -> fact.field().isOfVariant()));
  }

  @Test
  void the_placeholder_of_a_product_without_options_is_no_option() {
    CatalogEntry entry =
        read(new ShopifyReader(), OLD, 2, "pot", "Pot", "Title", "Default Title", "9.99", "");

    assertEquals("", said(entry, CatalogField.OPTION));
    assertEquals("=true", said(entry, CatalogField.PUBLISHED));
  }

  @Test
  void the_newer_header_says_the_same() {
    CatalogEntry entry =
        read(new ShopifyReader(), NEW, 2, "pot", "Pot", "<p>Clay</p>", "P-1", "9.99", "4");

    assertEquals("pot", entry.article());
    assertEquals("=<p>Clay</p>", said(entry, CatalogField.DESCRIPTION));
    assertEquals("=P-1", said(entry, CatalogField.SKU));
    assertEquals("=4", said(entry, CatalogField.STOCK));
    assertEquals(95, new ShopifyCatalog().certainty(NEW));
  }

  @Test
  void a_row_without_a_handle_is_told() {
    CatalogEntry entry = read(new ShopifyReader(), OLD, 9, "", "Pot", "", "", "9.99", "");

    assertEquals("Handle", entry.problems().get(0).column());
  }

  private static CatalogEntry read(
      ShopifyReader reader, List<String> header, long number, String... cells) {
    return reader.read(CatalogRow.of(number, header, List.of(cells))).orElseThrow();
  }

  private static String said(CatalogEntry entry, CatalogField field) {
    return entry.facts().stream()
        .filter(fact -> fact.field() == field)
        .map(fact -> fact.name() + "=" + fact.value())
        .collect(Collectors.joining(";"));
  }
}
