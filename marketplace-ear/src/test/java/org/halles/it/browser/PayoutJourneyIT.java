package org.halles.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.halles.it.Browsers;
import org.halles.it.http.PaidOut;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was paid to a vendor comes back from its bank, and finance says so with a reason. */
class PayoutJourneyIT {

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
  void whatCameBackIsSaidWithItsReasonAndTheVendorReadsIt() {
    PaidOut payout = PaidOut.justNow();
    Page page = browsers.desktop("fr-FR");
    signIn(page, "finance@halles.example");
    page.navigate("/operator/payouts/" + payout.run());
    Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(payout.number()));
    assertThat(row).containsText("Versé");

    cameBack(page, row);
    assertThat(page.locator(".ui-growl")).containsText("De 1 à 500 caractères");
    page.locator("[id='run:reason']").fill("Compte clos");
    cameBack(page, row);

    assertThat(row).containsText("Revenu de la banque");
    Page vendor = browsers.phone("fr-FR");
    signIn(vendor, "owner@" + payout.slug() + ".example");
    vendor.navigate("/vendor/" + payout.slug() + "/payouts");
    assertThat(vendor.locator("tr", new Page.LocatorOptions().setHasText(payout.number())))
        .containsText("Revenu de la banque");
  }

  @Test
  void financeBlocksAVendorsPayoutsWithAReasonTheVendorReadsAndLiftsTheBlock() {
    PaidOut payout = PaidOut.justNow();
    Page page = browsers.desktop("en-GB");
    signIn(page, "finance@halles.example");
    page.navigate("/operator/payouts/" + payout.run());
    page.locator("tr", new Page.LocatorOptions().setHasText(payout.number()))
        .locator("a", new Locator.LocatorOptions().setHasText("How it is paid"))
        .click();

    page.locator("[id='block:go']").click();
    assertThat(page.locator("main")).containsText("1 to 500 characters");
    page.locator("[id='block:reason']").fill("Your papers have expired");
    page.locator("[id='block:go']").click();

    assertThat(page.locator("[id='block:release']")).isVisible();
    assertThat(page.locator("main")).containsText("blocked a vendor’s payouts");
    Page vendor = browsers.phone("en-GB");
    signIn(vendor, "owner@" + payout.slug() + ".example");
    vendor.navigate("/vendor/" + payout.slug() + "/payouts");
    assertThat(vendor.locator("main")).containsText("Your papers have expired");
    page.navigate("/operator/payouts");
    page.locator("tr", new Page.LocatorOptions().setHasText("Your papers have expired"))
        .locator("a")
        .click();
    page.locator("[id='block:release']").click();
    assertThat(page.locator("[id='block:go']")).isVisible();
    vendor.reload();
    assertThat(vendor.locator("main")).not().containsText("Your papers have expired");
  }

  private static void cameBack(Page page, Locator row) {
    row.locator("button").click();
    page.locator(".ui-confirm-dialog button:visible")
        .filter(new Locator.FilterOptions().setHasText("Oui"))
        .click();
  }

  private static void signIn(Page page, String email) {
    page.navigate("/fr/sign-in");
    page.locator("#email").fill(email);
    page.locator("#password").fill("halles-demo");
    page.locator("#password").press("Enter");
    page.waitForURL(url -> !url.contains("sign-in"));
  }
}
