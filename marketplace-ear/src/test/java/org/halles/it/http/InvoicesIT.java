package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.junit.jupiter.api.Test;

/** Invoices of the market to its stalls, fees and the yearly report, over the public contract. */
class InvoicesIT {

  private static final Shop FINANCE = Shop.asFinance();
  private static final YearMonth LAST = YearMonth.now(ZoneId.of("Europe/Paris")).minusMonths(1);

  @Test
  void aStallReadsPrintsAndChecksItsInvoicesAndNobodyElseDoes() {
    JsonNode invoice =
        FINANCE
            .get("/api/v1/operator/vendor-invoices?limit=1&period=" + LAST)
            .expect(200)
            .json()
            .path("items")
            .path(0);
    String own = "/api/v1/vendor/invoices/" + invoice.path("number").asText();
    Shop owner = Shop.asOwnerOf(invoice.path("vendor").asText());

    JsonNode read = owner.get(own).expect(200).json();
    assertThat(read.path("total").path("minor").asLong())
        .isEqualTo(
            read.path("net").path("minor").asLong() + read.path("vat").path("minor").asLong());
    assertThat(read.path("lines")).isNotEmpty();
    assertThat(read.path("issuer").path("name").asText()).isNotBlank();
    assertThat(owner.get(own + "/invoice.pdf?language=en").expect(200).body()).startsWith("%PDF");
    assertThat(owner.get(own + "/details.csv").expect(200).body())
        .contains("day,entry,kind,reference,net,vat,currency");

    String other =
        invoice.path("vendor").asText().equals("atelier-boreal")
            ? "poterie-du-layon"
            : "atelier-boreal";
    Shop stranger = Shop.asOwnerOf(other);
    stranger.get(own).expect(404);
    stranger.get(own + "/invoice.pdf").expect(404);
    stranger.get(own + "/details.csv").expect(404);
  }

  @Test
  void aStallPrintsItsStatementAndTakesItsLinesAlong() {
    Shop owner = Shop.asOwnerOf("poterie-du-layon");

    String month =
        owner
            .get("/api/v1/vendor/statements")
            .expect(200)
            .json()
            .path("items")
            .path(0)
            .path("period")
            .asText();

    String own = "/api/v1/vendor/statements/" + month;
    assertThat(owner.get(own + "/statement.pdf?language=en").expect(200).body()).startsWith("%PDF");
    assertThat(owner.get(own + "/lines.csv").expect(200).body()).contains("commission");
    owner.get(own + "/statement.pdf?language=xx").expect(400);
  }

  @Test
  void issuingAMonthAgainIssuesNothingTwiceAndThisMonthIsNotOver() {
    FINANCE.post("/api/v1/operator/vendor-invoices", Map.of("period", LAST.toString())).expect(200);
    Answer again =
        FINANCE.post("/api/v1/operator/vendor-invoices", Map.of("period", LAST.toString()));

    assertThat(again.expect(200).json().path("issued").asInt()).isZero();
    assertThat(
            FINANCE
                .post(
                    "/api/v1/operator/vendor-invoices",
                    Map.of("period", LAST.plusMonths(1).toString()))
                .expect(422)
                .problem())
        .isEqualTo("month-not-over");
  }

  @Test
  void aFeeSaysEverythingThatIsWrongWithItAndAPenaltyNeedsAReason() {
    assertThat(
            FINANCE
                .post("/api/v1/operator/vendor-fees", Map.of("kind", "bribe", "freeUnits", -1))
                .expect(400)
                .violatedFields())
        .contains("kind", "title", "amount", "freeUnits");
    String penalty =
        FINANCE
            .post(
                "/api/v1/operator/vendor-fees",
                Map.of(
                    "kind", "penalty",
                    "title", Map.of("fr", "Retard", "en", "Late"),
                    "amount", Map.of("minor", 300, "currency", "EUR")))
            .expect(201)
            .json()
            .path("id")
            .asText();

    String charges = "/api/v1/operator/vendor-fees/" + penalty + "/charges";
    assertThat(
            FINANCE
                .withNewKey()
                .post(charges, Map.of("vendor", UUID.randomUUID().toString(), "reason", " "))
                .expect(400)
                .violatedFields())
        .contains("reason");
    Map<String, String> nobody = Map.of("vendor", UUID.randomUUID().toString(), "reason", "Late");
    assertThat(FINANCE.post(charges, nobody).expect(400).violatedFields())
        .containsExactly("Idempotency-Key");
    Shop once = FINANCE.withNewKey();
    once.post(charges, nobody).expect(404);
    assertThat(once.post(charges, nobody).expect(404).header("Idempotency-Replayed"))
        .contains("true");
    FINANCE.post("/api/v1/operator/vendor-fees/" + penalty + "/end", Map.of()).expect(200);
  }

  @Test
  void theYearsReportIsATableOfEveryStall() {
    int year = LAST.getYear();
    JsonNode rows = FINANCE.get("/api/v1/operator/dac7/" + year).expect(200).json().path("items");
    assertThat(rows).isNotEmpty();
    assertThat(rows.path(0).path("quarters")).hasSize(4);

    String csv = FINANCE.get("/api/v1/operator/dac7/" + year + "/report.csv").expect(200).body();
    assertThat(csv).contains("ConsQ1,NumbQ1,FeesQ1");
    assertThat(csv.lines().count()).isGreaterThan(rows.size());
    FINANCE.get("/api/v1/operator/dac7/12").expect(400);
  }
}
