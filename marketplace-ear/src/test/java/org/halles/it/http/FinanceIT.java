package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.halles.it.Shop;
import org.junit.jupiter.api.Test;

/**
 * What somebody from finance asks the whole system: does it agree, and may I have it in writing.
 */
class FinanceIT {

  private final Shop finance = Shop.asFinance();

  @Test
  void aChargeOfTheSandboxAgreesWithTheBook() {
    JsonNode order = Purchase.of(2).pay("approved").expect(201).json();
    String key = order.path("payments").get(0).path("id").asText();

    JsonNode run =
        finance
            .withNewKey()
            .post("/api/v1/operator/reconciliations?gateway=sandbox", Map.of())
            .expect(201)
            .json();

    assertThat(run.path("status").asText()).isEqualTo("DONE");
    assertThat(run.path("lines").asLong()).isPositive();
    JsonNode found =
        finance
            .get(
                "/api/v1/operator/reconciliation-differences?limit=100&run="
                    + run.path("id").asText())
            .expect(200)
            .json()
            .path("items");
    assertThat(StreamSupport.stream(found.spliterator(), false))
        .noneMatch(one -> one.path("key").asText().equals(key));
    assertThat(
            finance
                .withNewKey()
                .post("/api/v1/operator/reconciliations?gateway=nobody", Map.of())
                .expect(400)
                .violatedFields())
        .containsExactly("gateway");
  }

  @Test
  void theTrialBalanceAddsUpAndThePastIsKnown() {
    Purchase.of(1).pay("approved").expect(201);

    JsonNode balance = finance.get("/api/v1/operator/accounting/trial-balance").expect(200).json();

    balance
        .path("totals")
        .forEach(
            total -> {
              assertThat(total.path("opening").path("minor").asLong()).isZero();
              assertThat(total.path("debits")).isEqualTo(total.path("credits"));
            });
    assertThat(balance.path("lines").size()).isPositive();
    assertThat(
            finance
                .get("/api/v1/operator/ledger/accounts?at=2001-01-01T00:00:00Z")
                .expect(200)
                .json()
                .path("items"))
        .isEmpty();
    assertThat(
            finance
                .get("/api/v1/operator/ledger/accounts?prefix=psp_clearing&at=" + Instant.now())
                .expect(200)
                .json()
                .path("items")
                .size())
        .isPositive();
    assertThat(finance.get("/api/v1/operator/accounting/trial-balance.csv").expect(200).body())
        .contains("account,currency,opening,debits,credits,closing")
        .contains("psp_clearing:sandbox");
  }

  @Test
  void whatIsSealedGoesIntoTheFileForTheTaxOffice() {
    Purchase.of(1).pay("approved").expect(201);
    int sealed = finance.withNewKey().post("/api/v1/operator/accounting/seals", Map.of()).status();

    assertThat(sealed).isIn(201, 204);
    String year = LocalDate.now().getYear() + "";
    String span = "&from=" + year + "-01-01&to=" + year + "-12-31";
    var file = finance.get("/api/v1/operator/accounting/fec?siren=732829320" + span).expect(200);
    assertThat(file.header("content-disposition").orElseThrow())
        .contains("732829320FEC" + year + "1231.txt");
    assertThat(file.body().split("\r\n")[0].split("\t")).hasSize(18);
    assertThat(file.body()).contains("\t706100\tCommissions\t");
    assertThat(
            finance
                .get("/api/v1/operator/accounting/fec?siren=1" + span)
                .expect(400)
                .violatedFields())
        .containsExactly("siren");
  }

  @Test
  void whatIsNewIsCheckedWithoutTheRest() {
    finance.get("/api/v1/operator/books").expect(200);
    Purchase.of(1).pay("approved").expect(201);

    JsonNode fresh = finance.get("/api/v1/operator/books?scope=new").expect(200).json();

    assertThat(fresh.path("checks").size()).isEqualTo(23);
    finance.get("/api/v1/operator/books?scope=some").expect(400);
  }
}
