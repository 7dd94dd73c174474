package org.halles.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.halles.it.Browsers;
import org.halles.it.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job as people do it: buy from three stalls, ship, look at the split and the books. */
class MainJobJourneyIT {
  private static final List<String> STALLS =
      List.of("maison-lumen", "atelier-boreal", "papier-mimosa");
  private static Browsers browsers;

  @BeforeAll
  static void open() {
    browsers = new Browsers();
  }

  @AfterAll
  static void close() {
    browsers.close();
  }

  @ParameterizedTest(name = "on a {0}")
  @ValueSource(strings = {"phone", "desktop"})
  void aGuestBuysFromThreeStallsInFrenchAndPaysOnce(String screen) {
    Page page = screen.equals("phone") ? browsers.phone("fr-FR") : browsers.desktop("fr-FR");
    STALLS.forEach(stall -> addSomethingOf(page, stall));

    page.navigate("/fr/cart");
    assertThat(page.locator(".stall-block")).hasCount(3);
    page.locator("a[href$='/fr/checkout']").first().click();
    fillIn(page);
    page.locator("main form button[type=submit]").last().click();

    page.waitForURL(Pattern.compile(".*/fr/orders/H-.*"));
    assertThat(page.locator(".stall-block")).hasCount(3);
    assertThat(page.locator(".timeline")).hasCount(3);
    assertThat(page.locator(".notice-success")).isVisible();
    assertThat(overflow(page)).isZero();
  }

  @Test
  void whatWasTypedStaysWhenSomethingIsMissing() {
    Page page = browsers.phone("fr-FR");
    addSomethingOf(page, STALLS.get(0));

    page.navigate("/fr/checkout");
    page.fill("#name", "Léa Marchal");
    page.fill("#city", "Lyon");
    page.locator("main form button[type=submit]").last().click();

    assertThat(page.locator("#email-error")).isVisible();
    assertThat(page.locator("#postalCode-error")).isVisible();
    assertThat(page.locator("#name")).hasValue("Léa Marchal");
    assertThat(page.locator("#city")).hasValue("Lyon");
  }

  @Test
  void aDeclinedCardKeepsTheCartAndSaysSo() {
    Page page = browsers.desktop("en-GB");
    addSomethingOf(page, STALLS.get(1));

    page.navigate("/en/checkout");
    fillIn(page);
    page.locator("input[name=token][value=declined]").check();
    page.locator("main form button[type=submit]").last().click();

    assertThat(page.locator(".checkout-trouble")).isVisible();
    page.navigate("/en/cart");
    assertThat(page.locator(".stall-block")).hasCount(1);
  }

  @Test
  void aGiftCardPaysAPartAndNothingTypedIsLost() {
    Page page = browsers.phone("fr-FR");
    addSomethingOf(page, STALLS.get(2));
    page.navigate("/fr/checkout");
    page.fill("#name", "Léa Marchal");

    page.fill("#giftCode", "AAAA BBBB");
    page.locator("#credit button").last().click();
    assertThat(page.locator("#giftCode-error")).isVisible();
    assertThat(page.locator("#giftCode")).hasValue("AAAA BBBB");

    page.fill("#giftCode", giftCard());
    page.locator("#credit button").last().click();
    assertThat(page.locator("#credit li")).hasCount(1);
    assertThat(page.locator("#name")).hasValue("Léa Marchal");
    assertThat(page.locator(".credit-sum")).containsText("1,00");

    fillIn(page);
    page.locator("main form button[type=submit]").last().click();
    page.waitForURL(Pattern.compile(".*/fr/orders/H-.*"));
    assertThat(page.locator(".notice-success")).isVisible();
    assertThat(page.locator("main")).containsText("Carte cadeau");
  }

  private static String giftCard() {
    Map<String, Object> euro = Map.of("minor", 100, "currency", "EUR");
    return Shop.asFinance()
        .withNewKey()
        .post(
            "/api/v1/operator/store-credits/gift-cards",
            Map.of("amount", euro, "reason", "For a test"))
        .expect(201)
        .json()
        .path("code")
        .asText();
  }

  @Test
  void aVendorSeesWhatToShipAndTheReasonForEveryCent() {
    buyAnOrder();
    Page page = signedIn("owner@atelier-boreal.example", "/vendor/atelier-boreal/orders");

    page.locator("a[href*='/vendor/atelier-boreal/orders/H-']").first().click();
    assertThat(page.locator("[data-dialog=parcel]")).isVisible();
    Browsers.dialog(page, "parcel");
    page.locator("input[id$=carrier_input]").fill("Colissimo");
    page.locator("input[id$=code]").fill("6A12345678901");
    page.locator("[id=packing] button[type=submit]").first().click();

    assertThat(page.locator("body")).containsText("6A12345678901");
    page.navigate("/vendor/atelier-boreal/earnings");
    assertThat(page.locator("[id='lines:table'] .ui-datatable-data > tr").first()).isVisible();
    assertThat(page.locator("main")).containsText("Commission");
  }

  @Test
  void theOperatorSeesTheSplitTheLedgerAndThatTheBooksBalance() {
    buyAnOrder();
    Page page = signedIn("operator@halles.example", "/operator/order-groups");

    page.locator("a[href*='/operator/order-groups/H-']").first().click();
    assertThat(page.locator("main")).containsText("Commission");
    page.navigate("/operator/ledger");
    assertThat(page.locator("main")).containsText("commission_income");
    page.navigate("/operator/plugins");
    assertThat(page.locator("main")).containsText("standard-commissions");
    page.navigate("/operator/books");
    page.locator("main button").first().click();
    assertThat(page.locator("main")).containsText("I20");
    assertThat(Shop.asOperator().get("/api/v1/operator/books").json().path("balanced").asBoolean())
        .isTrue();
  }

  private static void buyAnOrder() {
    Page page = browsers.desktop("fr-FR");
    addSomethingOf(page, "atelier-boreal");
    page.navigate("/fr/checkout");
    fillIn(page);
    page.locator("main form button[type=submit]").last().click();
    page.waitForURL(Pattern.compile(".*/fr/orders/H-.*"));
  }

  private static Page signedIn(String email, String then) {
    Page page = browsers.desktop("fr-FR");
    page.navigate("/fr/sign-in?next=" + then);
    page.fill("#email", email);
    page.fill("#password", "halles-demo");
    page.locator("#password").press("Enter");
    page.waitForURL(Pattern.compile(".*" + then));
    return page;
  }

  private static void addSomethingOf(Page page, String stall) {
    page.navigate("/" + language(page) + "/s/" + stall);
    List<String> goods = new ArrayList<>();
    for (Locator link : page.locator("main a[href*='/p/']").all()) {
      goods.add(link.getAttribute("href"));
    }
    for (String good : goods) {
      page.navigate(good);
      Locator add = page.locator("#buy button[data-buy]");
      if (add.count() == 1) {
        add.click();
        page.waitForURL(Pattern.compile(".*/cart.*"));
        return;
      }
    }
    throw new AssertionError(stall + " has nothing to buy among " + goods);
  }

  private static String language(Page page) {
    return page.evaluate("navigator.language").toString().substring(0, 2);
  }

  private static void fillIn(Page page) {
    page.fill("#email", "lea.marchal@courrier.example");
    page.fill("#name", "Léa Marchal");
    page.fill("#line1", "12 rue des Halles");
    page.fill("#postalCode", "69002");
    page.fill("#city", "Lyon");
  }

  private static int overflow(Page page) {
    return ((Number)
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .intValue();
  }
}
