package org.halles.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.halles.it.Browsers;
import org.halles.it.Shop;
import org.halles.it.http.PaidOrder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Finance records what it paid to France; what was typed wrong is said, and stays as typed. */
class TaxRemittanceJourneyIT {

  private static final String TERMS = "/api/v1/operator/tax-remittance";
  private static Browsers browsers;

  private final Shop finance = Shop.asFinance();
  private final JsonNode before = finance.get(TERMS).expect(200).json();

  @BeforeAll
  static void open() {
    browsers = new Browsers();
  }

  @AfterAll
  static void close() {
    browsers.close();
  }

  @AfterEach
  void asItWas() {
    finance.put(TERMS, before).expect(200);
  }

  @Test
  void aPaymentIsRefusedWithItsReasonThenRecordedAndOwedNoMore() {
    somethingIsOwed();
    Page page = browsers.desktop("en-GB");
    signIn(page);
    page.navigate("/operator/tax-remittance");
    page.selectOption("[id='owed:which']", "tax_payable:FR EUR");
    page.fill("[id='owed:amount']", "999999.00");
    page.click("[id='owed:record']");
    assertThat(page.locator("[id='owed']")).containsText("at most 140 characters");
    assertThat(page.locator("[id='owed:which']")).hasValue("tax_payable:FR EUR");

    page.fill("[id='owed:reference']", "CA3-2026-11");
    page.click("[id='owed:record']");
    assertThat(page.locator(".ui-growl")).containsText("999,999.00");
    assertThat(page.locator("[id='owed:reference']")).hasValue("CA3-2026-11");

    page.fill("[id='owed:amount']", "");
    page.click("[id='owed:record']");
    assertThat(page.locator("[id='owed']")).not().containsText("France");
    assertThat(page.locator("[id='owed']")).not().containsText("CA3-2026-11");
  }

  private void somethingIsOwed() {
    Map<String, Object> french =
        Map.of(
            "ground",
            "FACILITATOR",
            "vendors",
            "ANYWHERE",
            "buyerCountries",
            List.of("FR"),
            "consumersOnly",
            false,
            "goodsOnly",
            false);
    finance.put(TERMS, Map.of("rules", List.of(french))).expect(200);
    PaidOrder.ofOneVendor();
  }

  private static void signIn(Page page) {
    page.navigate("/fr/sign-in");
    page.locator("#email").fill("finance@halles.example");
    page.locator("#password").fill("halles-demo");
    page.locator("#password").press("Enter");
    page.waitForURL(url -> !url.contains("sign-in"));
  }
}
