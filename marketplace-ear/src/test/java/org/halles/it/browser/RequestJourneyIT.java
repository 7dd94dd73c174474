package org.halles.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.util.UUID;
import java.util.regex.Pattern;
import org.halles.it.Browsers;
import org.halles.it.http.Newcomer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a phone: a buyer asks, a stall offers, the buyer asks back, accepts and pays. */
class RequestJourneyIT {

  private static final String STALL = "poterie-du-layon";
  private static Browsers browsers;

  private final String title = "Bols à soupe " + UUID.randomUUID().toString().substring(0, 8);

  @BeforeAll
  static void open() {
    browsers = new Browsers();
  }

  @AfterAll
  static void close() {
    browsers.close();
  }

  @Test
  void fromTheRequestToThePaidOrder() {
    Page buyer = signedIn(Newcomer.email());
    ask(buyer);
    Page stall = signedIn("owner@" + STALL + ".example");
    offer(stall);

    buyer.reload();
    Locator bid = buyer.locator(".bid");
    assertThat(bid).containsText("875,00");
    bid.locator("details summary").click();
    bid.locator("textarea[name=text]").fill("S’empilent-ils ?");
    bid.locator("details button[type=submit]").click();
    assertThat(buyer.locator(".bid .thread")).containsText("S’empilent-ils ?");
    stall.reload();
    assertThat(stall.locator("#talk-card .thread")).containsText("S’empilent-ils ?");

    assertThat(overflow(buyer)).isZero();
    buyer.locator(".bid button", new Page.LocatorOptions().setHasText("Accepter")).click();
    assertThat(buyer.locator(".line-title"))
        .containsText(title, new ContainsTextOptions().setTimeout(15_000));
    pay(buyer);

    stall.navigate("/vendor/" + STALL + "/orders");
    stall.locator("main tbody a[href*='/orders/H-']").first().click();
    assertThat(stall.locator("main")).containsText(title);
    assertThat(overflow(stall)).isZero();
  }

  /** What is wrong is said beside its field, and nothing typed is lost. */
  private void ask(Page page) {
    page.navigate("/fr/requests");
    page.locator("a[href$='/account/requests/new']").first().click();
    page.fill("#title", title);
    page.selectOption("#category", "bols-assiettes");
    page.fill("#description", "Soixante bols en grès clair.");
    page.fill("#quantity", "60");
    page.fill("#budget", "beaucoup");
    page.locator("main form button[type=submit]").last().click();
    assertThat(page.locator("#budget-error")).isVisible();
    assertThat(page.locator("#title")).hasValue(title);
    assertThat(overflow(page)).isZero();

    page.fill("#budget", "900,00");
    page.locator("main form button[type=submit]").last().click();
    page.waitForURL(Pattern.compile(".*/account/requests/[0-9a-f-]{36}.*"));
    assertThat(page.locator(".notice-success")).isVisible();
  }

  private void offer(Page page) {
    page.navigate("/vendor/" + STALL + "/requests");
    page.locator("a", new Page.LocatorOptions().setHasText(title)).click();
    page.fill("[id='bid:price']", "840");
    page.fill("[id='bid:shipping']", "35,00");
    page.locator("[id='bid:send']").click();
    assertThat(page.locator("[id='bid:price']")).hasValue("840");
    page.fill("[id='bid:days']", "30");
    page.locator("[id='bid:send']").click();
    assertThat(page.locator("#standing")).containsText("875,00");
    assertThat(overflow(page)).isZero();
  }

  private static void pay(Page page) {
    page.navigate("/fr/checkout");
    page.fill("#email", "ana@it.example");
    page.fill("#name", "Ana Marchal");
    page.fill("#line1", "12 rue des Halles");
    page.fill("#postalCode", "69002");
    page.fill("#city", "Lyon");
    page.locator("main form button[type=submit]").last().click();
    page.waitForURL(Pattern.compile(".*/fr/orders/H-.*"));
  }

  private static int overflow(Page page) {
    return ((Number)
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .intValue();
  }

  private static Page signedIn(String email) {
    Page page = browsers.phone("fr-FR");
    page.navigate("/fr/sign-in");
    page.locator("#email").fill(email);
    page.locator("#password").fill("halles-demo");
    page.locator("#password").press("Enter");
    page.waitForURL(url -> !url.contains("sign-in"));
    return page;
  }
}
