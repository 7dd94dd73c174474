package org.halles.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.halles.it.Browsers;
import org.halles.it.http.AwaitedTransfer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Finance copies a bank statement: a cent is missing, and comes later. */
class TransferJourneyIT {

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
  void anotherAmountThanIsAwaitedIsRecordedOnceItIsConfirmed() {
    AwaitedTransfer transfer = AwaitedTransfer.ordered();
    Page page = browsers.desktop("fr-FR");
    page.navigate("/fr/sign-in");
    page.locator("#email").fill("operator@halles.example");
    page.locator("#password").fill("halles-demo");
    page.locator("#password").press("Enter");
    page.waitForURL(url -> !url.contains("sign-in"));
    page.navigate("/operator/transfers/" + transfer.number());
    Locator differs = page.locator("[id='record:differs']");
    assertThat(differs).isHidden();

    enter(page, transfer.total() - 1);
    assertThat(differs).isVisible();
    differs.check();
    record(page);
    assertThat(recorded(page)).hasCount(1);

    enter(page, 1);
    assertThat(recorded(page)).hasCount(2);
    page.navigate("/operator/order-groups/" + transfer.number());
    assertThat(page.locator("main")).containsText("Payée");
  }

  private static Locator recorded(Page page) {
    return page.locator("td", new Page.LocatorOptions().setHasText("Léa Marchal"));
  }

  private static void enter(Page page, long minor) {
    String amount = "%d,%02d".formatted(minor / 100, minor % 100);
    page.locator("[id='record:amount']").fill(amount);
    page.locator("[id='record:bank-reference']").fill("it-" + UUID.randomUUID());
    page.locator("[id='record:payer']").fill("Léa Marchal");
    record(page);
  }

  private static void record(Page page) {
    page.locator("[id='record:save']").click();
  }
}
