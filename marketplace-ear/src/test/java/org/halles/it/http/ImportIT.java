package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.halles.it.Answer;
import org.halles.it.SharedInput;
import org.halles.it.Shop;
import org.halles.it.Stand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A vendor's catalogue as a file, over HTTP and through the real batch job. */
class ImportIT {

  private static final String IMPORTS = "/api/v1/vendor/imports";
  private static final Set<String> AT_REST = Set.of("COMPLETED", "FAILED", "STOPPED");

  @Test
  void a_file_is_tried_out_then_written_then_changes_nothing_more() {
    Stand stand = Stand.open();
    String file = "handle,title,sku,price,stock\na,Première,A-1,12.50,3\nb,Seconde,B-1,7,\n";

    String id = send(stand, file, "?dryRun=true").expect(202).json().path("id").asText();
    JsonNode tried = rest(stand, id);
    assertThat(tried.path("created").asInt()).isEqualTo(2);
    assertThat(listings(stand)).isZero();

    stand.seller().post(IMPORTS + "/" + id + "/start", Map.of()).expect(200);
    assertThat(rest(stand, id).path("created").asInt()).isEqualTo(2);
    assertThat(listings(stand)).isEqualTo(2);

    String again = send(stand, file, "").expect(202).json().path("id").asText();
    assertThat(rest(stand, again).path("unchanged").asInt()).isEqualTo(2);
    assertThat(listings(stand)).isEqualTo(2);
  }

  @Test
  void every_error_has_row_field_value_and_fix_and_can_be_downloaded() {
    Stand stand = Stand.open();
    String file =
        "sku,title,price,stock\nOK,Bien,5,1\nP,Prix faux,=cmd,1\nS,Stock faux,5,beaucoup\n";

    String id = send(stand, file, "").json().path("id").asText();
    JsonNode done = rest(stand, id);

    assertThat(done.path("read").asInt()).isEqualTo(3);
    assertThat(done.path("failed").asInt()).isEqualTo(2);
    assertThat(done.at("/errors/0/row").asInt()).isEqualTo(3);
    assertThat(done.at("/errors/0/field").asText()).isEqualTo("price");
    assertThat(done.at("/errors/1/value").asText()).isEqualTo("beaucoup");
    assertThat(done.at("/errors/1/fix").asText()).isNotBlank();
    String table = stand.seller().get(IMPORTS + "/" + id + "/errors.csv").expect(200).body();
    assertThat(table).contains("'=cmd").doesNotContain(",=cmd");
  }

  @Test
  void what_is_no_catalogue_is_refused_at_once_and_changes_nothing() {
    Stand stand = Stand.open();

    assertThat(send(stand, "PK\u0003\u0004 zipped", "").expect(422).problem())
        .isEqualTo("import-not-text");
    assertThat(send(stand, "slug;nom\na;b\n", "").expect(422).problem())
        .isEqualTo("import-unknown-layout");
    assertThat(inFrench(stand, "PK\u0003\u0004 zipped", "", 422).path("detail").asText())
        .startsWith("Ce fichier n’est pas un tableau");
    assertThat(inFrench(stand, "a;b\n", "?format=lotus", 400).path("detail").asText())
        .startsWith("format : ");
    assertThat(send(stand, "sku,title,price\n", "?format=lotus").expect(400).violatedFields())
        .containsExactly("format");
    String open = "sku,title,price\nA,\"never closed,5\nB,Second,6\n";
    JsonNode broken = rest(stand, send(stand, open, "").expect(202).json().path("id").asText());
    assertThat(broken.path("status").asText()).isEqualTo("FAILED");
    assertThat(broken.at("/errors/0/row").asInt()).isEqualTo(2);
    assertThat(listings(stand)).isZero();
  }

  @Test
  void an_import_that_was_stopped_goes_on_without_doing_anything_twice() {
    Stand stand = Stand.open();
    int many = 400;
    String file =
        "sku,title,price\n"
            + IntStream.range(0, many)
                .mapToObj(number -> "N-%d,Article %d,%d".formatted(number, number, number + 1))
                .collect(Collectors.joining("\n"));
    String id = send(stand, file, "").json().path("id").asText();
    await(stand, id, one -> one.path("created").asInt() > 0);

    stand.seller().post(IMPORTS + "/" + id + "/stop", Map.of());
    JsonNode stopped = rest(stand, id);
    if (stopped.path("status").asText().equals("STOPPED")) {
      stand.seller().post(IMPORTS + "/" + id + "/start", Map.of()).expect(200);
    }

    JsonNode done = rest(stand, id);
    assertThat(done.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(done.path("created").asInt()).isEqualTo(many);
    assertThat(done.path("unchanged").asInt()).isZero();
  }

  @Test
  void the_same_key_is_the_same_import_and_another_file_under_it_is_refused() {
    Stand stand = Stand.open();
    Shop once = stand.seller().withNewKey();
    String file = "sku,title,price\nK-1,Une,5\n";

    Answer first = once.raw("POST", IMPORTS, "text/csv", file).expect(202);
    Answer again = once.raw("POST", IMPORTS, "text/csv", file).expect(202);

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.header("Idempotency-Replayed")).contains("true");
    once.raw("POST", IMPORTS, "text/csv", file + "K-2,Deux,6\n").expect(422);
  }

  @Test
  void feeds_set_prices_and_stock_at_once_and_exports_come_back_unchanged() {
    Stand stand = Stand.open();
    rest(
        stand,
        send(stand, "sku,title,price,stock\nF-1,Une,5,2\nF-2,Deux,6,2\n", "")
            .json()
            .path("id")
            .asText());

    JsonNode prices = feed(stand, "prices", "sku,price\nF-1,5.50\nF-2,6\nX,1\n");
    JsonNode stock = feed(stand, "stock", "sku,stock\nF-1,9\n");
    assertThat(prices.path("updated").asInt()).isEqualTo(1);
    assertThat(prices.path("unchanged").asInt()).isEqualTo(1);
    assertThat(prices.at("/errors/0/value").asText()).isEqualTo("X");
    assertThat(stock.path("updated").asInt()).isEqualTo(1);

    for (String format : Set.of("halles", "shopify", "woocommerce", "magento")) {
      String table =
          stand.seller().get("/api/v1/vendor/exports/listings?format=" + format).expect(200).body();
      JsonNode back =
          rest(stand, send(stand, table, "?format=" + format).json().path("id").asText());
      assertThat(back.path("unchanged").asInt()).as(format).isEqualTo(2);
      assertThat(back.path("read").asInt()).as(format).isEqualTo(2);
    }
    assertThat(stand.seller().get("/api/v1/vendor/exports/everything").expect(200).body())
        .startsWith("PK");
  }

  @ParameterizedTest
  @CsvSource({
    "shopify/jewelery.csv, 20, 0",
    "woocommerce/sample_products.csv, 20, 3",
    "magento/catalog_product.csv, 1, 3"
  })
  void official_samples_go_in_with_their_counts(String name, int created, int failed)
      throws IOException {
    String file = Files.readString(SharedInput.path("data/" + name), StandardCharsets.UTF_8);
    Stand stand = Stand.open();

    JsonNode done = rest(stand, send(stand, file, "").expect(202).json().path("id").asText());

    assertThat(done.path("created").asInt()).as("%s", done).isEqualTo(created);
    assertThat(done.path("failed").asInt()).as("%s", done).isEqualTo(failed);
    assertThat(done.path("errors").size()).isGreaterThanOrEqualTo(failed);
  }

  private static JsonNode feed(Stand stand, String what, String table) {
    return stand
        .seller()
        .raw("POST", "/api/v1/vendor/feeds/" + what, "text/csv", table)
        .expect(200)
        .json();
  }

  private static Answer send(Stand stand, String file, String query) {
    return stand.seller().raw("POST", IMPORTS + query, "text/csv", file);
  }

  private static JsonNode inFrench(Stand stand, String file, String query, int status) {
    return stand
        .seller()
        .with("Accept-Language", "fr")
        .raw("POST", IMPORTS + query, "text/csv", file)
        .expect(status)
        .json();
  }

  private static int listings(Stand stand) {
    return stand.seller().get("/api/v1/vendor/listings").expect(200).json().path("items").size();
  }

  private static JsonNode rest(Stand stand, String id) {
    return await(stand, id, one -> AT_REST.contains(one.path("status").asText()));
  }

  private static JsonNode await(Stand stand, String id, Predicate<JsonNode> condition) {
    Instant end = Instant.now().plus(Duration.ofMinutes(3));
    while (Instant.now().isBefore(end)) {
      JsonNode now = stand.seller().get(IMPORTS + "/" + id).expect(200).json();
      if (condition.test(now) || AT_REST.contains(now.path("status").asText())) {
        return now;
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    throw new AssertionError("import " + id + " does not come to rest");
  }
}
