package org.halles.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.assertj.core.api.Assertions;
import org.halles.it.Browsers;
import org.halles.it.Shop;
import org.halles.it.http.PaidOrder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A buyer complains with a picture, the stall answers, the market decides, the buyer reads it. A
 * bank takes back what its buyer had as credit already, and two persons book the loss.
 */
class DisputeJourneyIT {

  private static final byte[] PICTURE = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3};
  private static final String DIFFERENCES = "/operator/reconciliations";

  /** The watch over banks goes its rounds every half a minute. */
  private static final double A_FEW_ROUNDS = 100_000;

  private static Browsers browsers;

  @BeforeAll
  static void open() {
    browsers = new Browsers();
  }

  @AfterAll
  static void close() {
    browsers.close();
  }

  @Test
  void fromTheComplaintToTheDecision() {
    PaidOrder order = PaidOrder.ofOneVendor();
    Page buyer = browsers.phone("fr-FR");
    complain(buyer, order);

    Page stall = signedIn("owner@" + order.slug() + ".example");
    answer(stall, order);

    Page market = signedIn("operator@halles.example");
    decide(market);

    buyer.reload();
    Locator dispute = buyer.locator("#disputes-" + order.number());
    dispute.locator("summary").click();
    assertThat(dispute).containsText("Un geste pour la glaçure.");
    assertThat(dispute).containsText("5,00 €");
  }

  @Test
  void aLossIsBookedByTwoAndNeverByTheOneWhoProposedIt() {
    PaidOrder order = PaidOrder.givenBackTwice();
    Page one = signedIn("finance@halles.example");
    Locator seen = difference(one, order);
    waitToBeFound(one, seen);
    assertThat(seen).containsText("argent qu’il avait déjà récupéré");
    seen.locator("button", hasText("Passer en perte")).click();
    one.locator("#book-loss button[type=submit]").click();
    assertThat(one.locator(".ui-growl")).containsText("500");
    assertThat(one.locator("[id='book-loss:loss-note']")).isVisible();
    one.locator("[id='book-loss:loss-note']").fill("Il avait un avoir");
    one.locator("#book-loss button[type=submit]").click();

    assertThat(seen).containsText("Proposé : passer en perte");
    assertThat(seen).containsText("Il avait un avoir");
    assertThat(seen.locator("button")).hasText("Retirer");
    Assertions.assertThat(agreeAsFinance(order)).isEqualTo("second-person-must-agree");

    Page two = signedIn("operator@halles.example");
    two.navigate(DIFFERENCES);
    Locator proposed = difference(two, order);
    proposed.locator("button", hasText("Donner son accord")).click();
    assertThat(proposed).hasCount(0);
    two.navigate(DIFFERENCES + "?status=POSTED");
    assertThat(proposed).containsText("Comptabilisé");
    one.navigate(DIFFERENCES);
    assertThat(seen).hasCount(0);
    JsonNode books = Shop.asFinance().get("/api/v1/operator/books").expect(200).json();
    Assertions.assertThat(books.path("balanced").asBoolean()).as("%s", books).isTrue();
  }

  private static void waitToBeFound(Page page, Locator difference) {
    page.waitForCondition(
        () -> {
          Shop.asFinance()
              .post("/api/v1/operator/reconciliations?gateway=sandbox", Map.of())
              .expect(201);
          page.navigate(DIFFERENCES);
          return difference.count() == 1;
        },
        new Page.WaitForConditionOptions().setTimeout(A_FEW_ROUNDS));
  }

  private static Locator difference(Page page, PaidOrder order) {
    return page.locator(
        "#reconciliation tr", new Page.LocatorOptions().setHasText(order.purchase()));
  }

  /** What the one who proposed is told. */
  private static String agreeAsFinance(PaidOrder order) {
    String path = "/api/v1/operator/reconciliation-differences";
    Shop finance = Shop.asFinance();
    JsonNode all =
        finance.get(path + "?limit=100&status=PROPOSED").expect(200).json().path("items");
    String id =
        StreamSupport.stream(all.spliterator(), false)
            .filter(one -> one.path("about").asText().equals(order.purchase()))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
    return finance.post(path + "/" + id + "/agree", Map.of()).expect(403).problem();
  }

  private static Locator.LocatorOptions hasText(String text) {
    return new Locator.LocatorOptions().setHasText(text);
  }

  private static void complain(Page page, PaidOrder order) {
    page.navigate(order.page());
    Locator form = page.locator("#disputes-" + order.number());
    form.locator("summary").click();
    form.locator("select[name=reason]").selectOption("damaged");
    form.locator("textarea[name=said]").fill("La glaçure est fendue.");
    form.locator("input[name=amount]").fill("trop");
    form.locator("input[name=files]")
        .setInputFiles(new FilePayload("bol.jpg", "image/jpeg", PICTURE));
    form.locator("button[type=submit]").click();
    assertThat(form.locator("textarea[name=said]")).hasValue("La glaçure est fendue.");

    form.locator("input[name=amount]").fill("5,00");
    form.locator("input[name=files]")
        .setInputFiles(new FilePayload("bol.jpg", "image/jpeg", PICTURE));
    form.locator("button[type=submit]").click();
    assertThat(page.locator(".order-news")).containsText("Votre litige est ouvert");
    assertThat(form).containsText("bol.jpg");
  }

  private static void answer(Page page, PaidOrder order) {
    page.navigate("/vendor/" + order.slug() + "/disputes");
    page.locator("#disputes tbody tr").first().locator("a").first().click();
    assertThat(page.locator(".thread")).containsText("La glaçure est fendue.");
    page.locator("[id='answer:text']").fill("Le bol est parti intact.");
    page.locator("[id='answer:send']").click();
    assertThat(page.locator(".thread")).containsText("Le bol est parti intact.");
  }

  private static void decide(Page page) {
    page.navigate("/operator/disputes?show=EVIDENCE_SENT");
    page.locator("#disputes tbody tr").first().locator("a").first().click();
    assertThat(page.locator(".thread")).containsText("Le bol est parti intact.");
    page.locator("[id='decide:reason']").fill("Un geste pour la glaçure.");
    page.locator("[id='decide:refund']").click();
    assertThat(page.locator(".status").first()).hasText(Pattern.compile("Remboursé"));
  }

  private static Page signedIn(String email) {
    Page page = browsers.desktop("fr-FR");
    page.navigate("/fr/sign-in");
    page.locator("#email").fill(email);
    page.locator("#password").fill("halles-demo");
    page.locator("#password").press("Enter");
    page.waitForURL(url -> !url.contains("sign-in"));
    return page;
  }
}
