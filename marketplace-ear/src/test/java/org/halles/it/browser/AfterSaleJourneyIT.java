package org.halles.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.halles.it.Browsers;
import org.halles.it.Shop;
import org.halles.it.http.PaidOrder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A vendor ships in bulk, writes with a buyer, and gives money back that the buyer sees. */
class AfterSaleJourneyIT {

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
  void ordersLeaveTogetherWithTheirSlips() {
    PaidOrder order = PaidOrder.ofOneVendor();
    Page page = signedIn(order);
    page.navigate(order.desk() + "?show=to-ship&q=" + order.number());

    page.check("[data-tick-all]");
    Download slips = page.waitForDownload(() -> page.click("text=Bons de livraison"));
    Assertions.assertThat(slips.suggestedFilename()).endsWith(".pdf");
    page.click("text=Expédier la sélection");
    page.fill("[id='bulkform:carrier_input']", "Colissimo");
    page.fill("#bulkform .bulk-code", "6A0001");
    page.click("#bulkform button[type=submit]");

    assertThat(page.locator("#work")).containsText("Expédiée");
    assertThat(page.locator("#work")).containsText("6A0001");
  }

  @Test
  void aMessageGoesBothWaysAndARefundIsSeenByItsBuyer() {
    PaidOrder order = PaidOrder.ofOneVendor();
    Page buyer = browsers.phone("fr-FR");
    buyer.navigate(order.page());
    buyer.locator("details[id^=messages] summary").click();
    buyer.fill("details[id^=messages] textarea", "Quand part le colis ?");
    buyer.click("details[id^=messages] button[type=submit]");
    assertThat(buyer.locator(".message-mine")).containsText("Quand part le colis ?");

    Page vendor = signedIn(order);
    vendor.navigate(order.desk() + "/" + order.number());
    assertThat(vendor.locator(".thread")).containsText("Quand part le colis ?");
    vendor.fill("textarea[id$=text]", "Il part demain.");
    vendor.click("#talk button[type=submit]");
    assertThat(vendor.locator(".message-mine")).containsText("Il part demain.");
    Browsers.dialog(vendor, "cancel");
    vendor.fill("#cancelling textarea", "Le four est en panne");
    vendor.click("#cancelling button[type=submit]");
    assertThat(vendor.locator("[id=state]")).containsText("Annulée");

    buyer.navigate(order.page());
    assertThat(buyer.locator(".thread")).containsText("Il part demain.");
    assertThat(buyer.locator("aside.summary")).containsText("Le four est en panne");
    Assertions.assertThat(
            Shop.asFinance().get("/api/v1/operator/books").json().path("balanced").asBoolean())
        .isTrue();
  }

  @Test
  void whatWasPaidInCashIsGivenBackByHandAndTheVendorSaysSo() {
    PaidOrder order = PaidOrder.toCollectInCash();
    Page page = signedIn(order);
    page.navigate(order.desk() + "/" + order.number());
    confirmed(page, page.locator("[id='desk:received']"));
    assertThat(page.locator("[id=state]")).containsText("Livrée");

    Browsers.dialog(page, "refund");
    page.fill("[id='refunding:amount']", "1,00");
    page.fill("[id='refunding:why']", "Un éclat");
    page.click("#refunding button[type=submit]");
    assertThat(page.locator("[id='desk:right']")).containsText("Un éclat");
    Locator given = page.locator("button", hasText("L’acheteur l’a reçu"));
    confirmed(page, given);

    assertThat(given).hasCount(0);
    assertThat(page.locator("[id='desk:left']")).containsText("Espèces rendues");
    order.noMoreCash();
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static void confirmed(Page page, Locator button) {
    button.click();
    page.locator(".ui-confirm-dialog button:visible")
        .filter(new Locator.FilterOptions().setHasText("Oui"))
        .click();
  }

  private static Page signedIn(PaidOrder order) {
    Page page = browsers.desktop("fr-FR");
    page.navigate("/fr/sign-in?next=" + order.desk());
    page.fill("#email", "owner@" + order.slug() + ".example");
    page.fill("#password", "halles-demo");
    page.locator("#password").press("Enter");
    page.waitForURL(Pattern.compile(".*" + order.desk()));
    return page;
  }
}
