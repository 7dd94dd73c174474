package org.halles.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.halles.it.Browsers;
import org.halles.it.http.PaidOrder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The operator makes a gesture, its gateway refuses, the operator asks again and it goes through.
 */
class RefusedRefundJourneyIT {

  private static Browsers browsers;

  private final PaidOrder order = PaidOrder.whoseFirstRefundIsRefused();

  @BeforeAll
  static void open() {
    browsers = new Browsers();
  }

  @AfterAll
  static void close() {
    browsers.close();
  }

  @Test
  void fromTheGestureToTheMoney() {
    Page page = browsers.desktop("fr-FR");
    signIn(page);
    page.navigate("/operator/order-groups/" + order.purchase());
    Browsers.dialog(page, "refund");
    page.locator("[id='refunding:payer'] label").last().click();
    page.locator("[id='refunding:amount']").fill("2,50");
    page.locator("[id='refunding:why']").fill("Pour l’attente");
    page.locator("[id='refunding'] button[type=submit]").click();
    assertThat(page.locator("#refunds")).containsText("geste commercial");

    Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(order.purchase()));
    page.waitForCondition(
        () -> {
          page.navigate("/operator/refunds");
          return row.count() == 1;
        });
    assertThat(row).containsText("account-closed");
    row.locator("button").first().click();
    assertThat(row).hasCount(0);

    Locator refunds = page.locator("#refunds");
    page.waitForCondition(
        () -> {
          page.navigate("/operator/order-groups/" + order.purchase());
          return !refunds.innerText().contains("En attente");
        });
    assertThat(refunds).containsText(Pattern.compile("2,50"));
    assertThat(refunds).not().containsText("Voir les remboursements refusés");
  }

  private static void signIn(Page page) {
    page.navigate("/fr/sign-in");
    page.locator("#email").fill("operator@halles.example");
    page.locator("#password").fill("halles-demo");
    page.locator("#password").press("Enter");
    page.waitForURL(url -> !url.contains("sign-in"));
  }
}
