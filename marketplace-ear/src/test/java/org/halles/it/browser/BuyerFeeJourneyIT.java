package org.halles.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.halles.it.Browsers;
import org.halles.it.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The operator asks buyers a fee; a buyer sees it in the cart and at the till, and pays it. */
class BuyerFeeJourneyIT {

  private static final String PATH = "/api/v1/operator/buyer-fee";
  private static Browsers browsers;

  private final JsonNode before = Shop.asFinance().get(PATH).expect(200).json();

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
    Shop.asFinance().put(PATH, before).expect(200);
  }

  @Test
  void fromTheRuleToTheOrder() {
    ask("2,40");

    Page buyer = browsers.phone("fr-FR");
    addSomething(buyer);
    assertThat(buyer.locator("main")).containsText("Frais de service");
    assertThat(buyer.locator("main")).containsText("2,40");
    buyer.navigate("/fr/checkout");
    assertThat(buyer.locator("main")).containsText("Frais de service");
    buyer.fill("#email", "lea.marchal@courrier.example");
    buyer.fill("#name", "Léa Marchal");
    buyer.fill("#line1", "12 rue des Halles");
    buyer.fill("#postalCode", "69002");
    buyer.fill("#city", "Lyon");
    buyer.locator("main form button[type=submit]").last().click();

    buyer.waitForURL(Pattern.compile(".*/fr/orders/H-.*"));
    assertThat(buyer.locator("main")).containsText("Frais de service");
    assertThat(buyer.locator("main")).containsText("2,40");
  }

  private static void ask(String amount) {
    Page page = browsers.desktop("fr-FR");
    page.navigate("/fr/sign-in?next=/operator/buyer-fee");
    page.fill("#email", "operator@halles.example");
    page.fill("#password", "halles-demo");
    page.locator("#password").press("Enter");
    page.waitForURL(Pattern.compile(".*/operator/buyer-fee"));
    page.locator("[id='fee:add']").click();
    page.locator("[id='fee:rules:0:currency']").fill("ZZ");
    page.locator("[id='fee:rules:0:flat']").fill(amount);
    page.locator("[id='fee:vat']").fill("20");
    page.locator("[id='fee:save']").click();
    assertThat(page.locator("[id='fee:rules']")).containsText("Une devise");
    assertThat(page.locator("[id='fee:rules:0:flat']")).hasValue(amount);

    page.locator("[id='fee:rules:0:currency']").fill("EUR");
    page.locator("[id='fee:save']").click();
    assertThat(page.locator("[id='fee']")).containsText("paie 2,40");
  }

  private static void addSomething(Page page) {
    page.navigate("/fr/s/atelier-boreal");
    List<String> goods =
        page.locator("main a[href*='/p/']").all().stream()
            .map(link -> link.getAttribute("href"))
            .toList();
    for (String good : goods) {
      page.navigate(good);
      Locator add = page.locator("#buy button[data-buy]");
      if (add.count() == 1) {
        add.click();
        page.waitForURL(Pattern.compile(".*/cart.*"));
        return;
      }
    }
    throw new AssertionError("nothing to buy among " + goods);
  }
}
