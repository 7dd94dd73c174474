package org.halles.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;
import org.halles.it.Browsers;
import org.halles.it.http.PaidOrder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A buyer complains with a picture, the stall answers, the market decides, the buyer reads it. */
class DisputeJourneyIT {

  private static final byte[] PICTURE = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3};
  private static Browsers browsers;

  private final PaidOrder order = PaidOrder.ofOneVendor();

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
    Page buyer = browsers.phone("fr-FR");
    complain(buyer);

    Page stall = signedIn("owner@" + order.slug() + ".example");
    answer(stall);

    Page market = signedIn("operator@halles.example");
    decide(market);

    buyer.reload();
    Locator dispute = buyer.locator("#disputes-" + order.number());
    dispute.locator("summary").click();
    assertThat(dispute).containsText("Un geste pour la glaçure.");
    assertThat(dispute).containsText("5,00 €");
  }

  private void complain(Page page) {
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

  private void answer(Page page) {
    page.navigate("/vendor/" + order.slug() + "/disputes");
    page.locator("#disputes tbody tr").first().locator("a").first().click();
    assertThat(page.locator(".thread")).containsText("La glaçure est fendue.");
    page.locator("[id='answer:text']").fill("Le bol est parti intact.");
    page.locator("[id='answer:send']").click();
    assertThat(page.locator(".thread")).containsText("Le bol est parti intact.");
  }

  private void decide(Page page) {
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
