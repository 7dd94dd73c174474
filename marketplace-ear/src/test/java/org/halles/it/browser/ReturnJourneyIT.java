package org.halles.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.halles.it.Browsers;
import org.halles.it.Shop;
import org.halles.it.http.PaidOrder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Goods go back at phone width: buyer, vendor and operator; and a consumer withdraws. */
class ReturnJourneyIT {

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
  void aRefusedReturnIsDecidedAndAnAcceptedOneIsPaidBack() {
    PaidOrder order = PaidOrder.ofOneVendor();
    deliver(order);
    Page buyer = browsers.phone("fr-FR");
    ask(buyer, order);
    Page vendor = signedIn("owner@" + order.slug() + ".example", order.returns());
    vendor.locator("a[href*='/returns/']").first().click();
    vendor.fill("#refuse textarea", "L’article a servi");
    vendor.click("#refuse button[type=submit]");
    assertThat(vendor.locator("dl.facts")).containsText("Refusé");

    buyer.navigate(order.page());
    buyer.click("text=Demander une décision");
    assertThat(buyer.locator("details[id^=returns]")).containsText("La place de marché examine");

    Page operator = signedIn("finance@halles.example", "/operator/returns?show=waiting");
    operator.locator("a[href*='/operator/returns/']").filter(number(buyer)).first().click();
    operator.fill("#decide textarea", "L’étiquette est intacte");
    operator.click("text=Rembourser ces articles");
    assertThat(operator.locator("dl.facts")).containsText("Remboursé");

    buyer.navigate(order.page());
    assertThat(buyer.locator("aside.summary")).containsText("L’étiquette est intacte");
    Assertions.assertThat(
            Shop.asFinance().get("/api/v1/operator/books").json().path("balanced").asBoolean())
        .isTrue();
  }

  @Test
  void anAcceptedReturnIsSentCheckedAndPaidBack() {
    PaidOrder order = PaidOrder.ofOneVendor();
    deliver(order);
    Page buyer = browsers.phone("fr-FR");
    ask(buyer, order);
    Page vendor = signedIn("owner@" + order.slug() + ".example", order.returns());
    vendor.locator("a[href*='/returns/']").first().click();
    vendor.fill("#accept [id='accept:address']", "Atelier\n1 rue du Four\n49000 Angers");
    vendor.click("#accept button[type=submit]");
    assertThat(vendor.locator("dl.facts")).containsText("Accepté");

    buyer.navigate(order.page());
    assertThat(buyer.locator("details[id^=returns]")).containsText("1 rue du Four");
    buyer.fill("input[name=carrier]", "Colissimo");
    buyer.fill("input[name=trackingCode]", "8R0001");
    buyer.click("text=C’est envoyé");
    assertThat(buyer.locator("details[id^=returns]")).containsText("8R0001");

    vendor.reload();
    vendor.fill("#check .again", "1");
    vendor.click("#check button[type=submit]");
    assertThat(vendor.locator("dl.facts")).containsText("Remboursé");
    buyer.navigate(order.page());
    assertThat(buyer.locator("aside.summary")).containsText("Retour R-");
  }

  @Test
  void aConsumerWithdrawsInTwoStepsAndIsPaidBackAtOnce() {
    PaidOrder order = PaidOrder.ofOneVendor();
    Page buyer = browsers.phone("fr-FR");
    buyer.navigate(order.page());
    buyer.click("text=Se rétracter du contrat ici");
    buyer.click("text=Continuer");
    assertThat(buyer.locator("#review")).containsText("Rien n’est parti");
    buyer.click("text=Confirmer la rétractation");

    assertThat(buyer.locator(".order-news")).containsText("rétractation est enregistrée");
    assertThat(buyer.locator("details[id^=returns]")).containsText("Remboursé");
    Page vendor = signedIn("owner@" + order.slug() + ".example", order.returns());
    assertThat(vendor.locator("table").first()).containsText("Rétractation");
  }

  private static com.microsoft.playwright.Locator.FilterOptions number(Page buyer) {
    String title = buyer.locator("details[id^=returns] h3").first().textContent();
    return new com.microsoft.playwright.Locator.FilterOptions()
        .setHasText(title.replaceAll(".*(R-\\d+).*", "$1").strip());
  }

  private static void ask(Page buyer, PaidOrder order) {
    buyer.navigate(order.page());
    buyer.locator("details[id^=returns] summary").click();
    buyer.locator("details[id^=returns] input[type=number]").first().fill("1");
    buyer.selectOption("details[id^=returns] select[name=reason]", "wrong");
    buyer.fill("details[id^=returns] textarea", "La couleur est une autre");
    buyer.click("text=Demander le retour");
    assertThat(buyer.locator("details[id^=returns]")).containsText("Demandé");
  }

  private static void deliver(PaidOrder order) {
    Shop owner = Shop.asOwnerOf(order.slug());
    String path = "/api/v1/vendor/orders/" + order.number() + "/shipments";
    JsonNode parcel =
        owner
            .post(path, Map.of("lines", List.of(), "carrier", "Colissimo", "trackingCode", "6A9"))
            .expect(201)
            .json();
    owner.post(path + "/" + parcel.path("id").asText() + "/delivered", Map.of()).expect(200);
  }

  @Test
  void financeGivesMoneyBackOnThePageOfThePurchase() {
    PaidOrder order = PaidOrder.ofOneVendor();

    Page page = signedIn("finance@halles.example", "/operator/order-groups/" + order.purchase());

    assertThat(page.locator("main")).containsText("Écritures au grand livre");
    assertThat(page.locator("text=Intervenir")).hasCount(0);
    Browsers.dialog(page, "refund");
    page.fill("[id$='refunding:amount']", "1,00");
    page.fill("[id$='refunding:why']", "Pour l’attente");
    page.click("button:has-text('Rembourser l’acheteur')");
    assertThat(page.locator("#refunds")).containsText("Pour l’attente");
  }

  private static Page signedIn(String email, String next) {
    Page page = browsers.phone("fr-FR");
    page.navigate("/fr/sign-in?next=" + next);
    page.fill("#email", email);
    page.fill("#password", "halles-demo");
    page.locator("#password").press("Enter");
    page.waitForURL(Pattern.compile(".*" + Pattern.quote(next)));
    return page;
  }
}
