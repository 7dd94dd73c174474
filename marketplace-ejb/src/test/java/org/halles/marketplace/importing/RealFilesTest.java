package org.halles.marketplace.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.vendor.VendorScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as the shops themselves write them, where they lie beside the checkout. */
class RealFilesTest {

  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({
    // file, layout, articles, of which created
    "shopify/apparel.csv, shopify, 20, 20",
    "shopify/home-and-garden.csv, shopify, 20, 20",
    "shopify/jewelery.csv, shopify, 20, 20",
    // three have no terms: a grouped and an external product, and one whose variations are missing
    "woocommerce/sample_products.csv, woocommerce, 23, 20",
    "woocommerce/experimental_sample_9_products.csv, woocommerce, 9, 6",
    "woocommerce/experimental_fashion_sample_9_products.csv, woocommerce, 9, 8",
    // two bundles and a grouped product
    "magento/catalog_product.csv, magento, 4, 1",
    "magento/luma_products.csv, magento, 147, 147"
  })
  void every_official_sample_goes_in_with_its_counts_and_again_and_back_without_a_change(
      String name, String layout, int articles, int created) throws IOException {
    Path file = shared(name);
    SampleImports imports = new SampleImports(home);
    VendorScope vendor = imports.vendor();

    ImportView first = imports.run(vendor, file, false);
    ImportView again = imports.run(vendor, file, false);

    assertThat(first.format()).isEqualTo(layout);
    assertThat(List.of(first.articles(), first.created(), first.failed()))
        .as("%s", imports.problems(vendor, first.id()))
        .containsExactly(articles, created, articles - created);
    long explained =
        imports.problems(vendor, first.id()).stream().filter(ImportProblem::error).count();
    assertThat(explained).isGreaterThanOrEqualTo(articles - created);
    assertThat(List.of(again.created(), again.updated(), again.unchanged()))
        .containsExactly(0, 0, created);
    ImportView back =
        imports.finish(vendor, imports.receive(vendor, "halles", false, own(imports, vendor)));
    assertThat(List.of(back.created(), back.updated(), back.failed(), back.unchanged()))
        .as("%s", imports.problems(vendor, back.id()))
        .containsExactly(0, 0, 0, created);
    assertThat(imports.listings(vendor)).isEqualTo(created);
  }

  private static InputStream own(SampleImports imports, VendorScope vendor) {
    return new ByteArrayInputStream(
        imports.export(vendor, "halles").getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spree/products.csv",
        "bagisto/csv/products.csv",
        "medusa/v1-template.csv",
        "prestashop/products_import.csv",
        "thelia-fr/products.csv",
        "magento/advanced_pricing.csv",
        "shopify/orders_export.header.csv",
        "woocommerce/sample_products.xml",
        "woocommerce/sample_tax_rates.csv",
        "bagisto/xlsx/products.xlsx",
        "bagisto/images/product-images.zip",
        "adversarial/blns.txt"
      })
  void a_file_in_no_known_layout_is_refused_and_changes_nothing(String name) {
    Path file = shared(name);
    SampleImports imports = new SampleImports(home);
    VendorScope vendor = imports.vendor();

    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(() -> imports.run(vendor, file, false)))
        .as(name)
        .isInstanceOf(UploadRefused.class);
    assertThat(imports.listings(vendor)).isZero();
  }

  @Test
  void tables_are_read_as_they_mean() throws IOException {
    Path folder = shared("adversarial/csv-spectrum");
    try (Stream<Path> files = Files.list(folder.resolve("csvs"))) {
      for (Path file : files.sorted().toList()) {
        String json = file.getFileName().toString().replace(".csv", ".json");
        JsonNode meant = Json.mapper().readTree(folder.resolve("json/" + json).toFile());

        if (meant.isArray()) { // one of them tells another row than its table holds
          assertThat(withOneKindOfBreaks(objects(file)))
              .as(file.getFileName().toString())
              .isEqualTo(withOneKindOfBreaks(meant));
        }
      }
    }
  }

  /** A checkout may have turned the carriage returns of a sample into line feeds. */
  private static String withOneKindOfBreaks(JsonNode rows) {
    return rows.toString().replace("\\r\\n", "\\n");
  }

  private static JsonNode objects(Path file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (Table table = Table.open(file, StandardCharsets.UTF_8, ',')) {
      List<String> header = table.next().orElseThrow().values();
      for (var row = table.next(); row.isPresent(); row = table.next()) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int index = 0; index < header.size(); index++) {
          cells.put(header.get(index), row.get().values().get(index));
        }
        rows.add(cells);
      }
    }
    return Json.mapper().valueToTree(rows);
  }

  private static Path shared(String name) {
    String folder = System.getProperty("halles.shared", "");
    assumeTrue(!folder.isBlank(), "no shared input: -Dhalles.shared is not set");
    Path file = Path.of(folder, "data").resolve(name);
    assumeTrue(Files.exists(file), () -> "no shared input at " + file);
    return file;
  }
}
