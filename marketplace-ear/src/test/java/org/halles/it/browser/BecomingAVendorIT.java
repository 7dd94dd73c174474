package org.halles.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.halles.it.Browsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A stranger becomes a vendor and sells, in one sitting and in French: from the home page's "sell
 * here" to a first order that is paid and on its way, on a telephone and at a desk.
 */
class BecomingAVendorIT {

  private static final FilePayload PAPER =
      new FilePayload(
          "kbis.pdf",
          "application/pdf",
          ("%PDF-1.4\n" + "% a page\n".repeat(20) + "%%EOF\n").getBytes(StandardCharsets.US_ASCII));

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
  void fromSellHereToAFirstOrderThatIsPaidAndOnItsWay(String screen) throws IOException {
    String name = "It Étal " + System.nanoTime();
    String email = "stall" + System.nanoTime() + "@it.example";
    Page page = screen.equals("phone") ? browsers.phone("fr-FR") : browsers.desktop("fr-FR");

    apply(page, name, email);
    openTheMail(page, email);
    page.fill("#password", "quatre chevaux verts");
    page.locator("main form button[type=submit]").click();
    page.waitForURL(Pattern.compile(".*/vendor/.*/checklist"));
    String checklist = page.url();
    assertThat(overflow(page)).isZero();

    completeTheChecklist(page, checklist);
    page.locator("button[id$=submit]").click();
    assertThat(page.locator(".notice-info")).isVisible();

    Page operator = approve(name);
    page.navigate(checklist);
    assertThat(page.locator(".notice-success")).isVisible();

    FirstSale sale = new FirstSale(page, operator, browsers);
    sale.sayHowItShips();
    String listing = sale.offerSomethingWithAPicture();
    sale.isLetThrough(name);
    String order = sale.aGuestBuys(listing);
    sale.shipTo(order);
    assertThat(overflow(page)).isZero();
  }

  private static void apply(Page page, String name, String email) {
    page.navigate("/fr");
    page.locator(".sell-here a").click();
    page.fill("#name", name);
    page.fill("#registration", "732829321");
    page.fill("#person", "Zoé Martin");
    page.fill("#email", email);
    page.locator("main form button[type=submit]").click();
    assertThat(page.locator("#registration-error")).isVisible();
    assertThat(page.locator("#name")).hasValue(name);

    page.fill("#registration", "732829320");
    page.locator("main form button[type=submit]").click();
    page.waitForURL(Pattern.compile(".*/fr/sell/sent.*"));
  }

  /** The letter takes a moment: the page is asked again until it is there. */
  private static void openTheMail(Page page, String email) {
    for (int attempt = 0; attempt < 20 && page.locator("a.mail").count() == 0; attempt++) {
      page.navigate("/fr/mail?to=" + email);
    }
    page.locator("a.mail").first().click();
    String link = page.locator(".mail-open a.button").getAttribute("href");
    page.navigate(link.replaceFirst("https?://[^/]+", ""));
  }

  private static void completeTheChecklist(Page page, String checklist) {
    step(page, checklist, 0);
    page.locator("textarea").fill("Des savons à froid.");
    save(page);
    step(page, checklist, 1);
    page.locator("button[id$=save]").click();
    assertThat(page.locator(".field-error").first()).isVisible();
    fill(page, "organization", "Savonnerie SARL");
    fill(page, "address-line1", "8 rue du Lavoir");
    fill(page, "postal-code", "35500");
    fill(page, "address-level2", "Vitré");
    fill(page, "tel", "+33 2 99 00 00 00");
    page.locator("input[type=checkbox]").check();
    save(page);
    handIn(page, checklist, 2);
    handIn(page, checklist, 3);
    step(page, checklist, 4);
    page.locator("button[id$=accept]").click();
    page.waitForURL(Pattern.compile(".*checklist\\?done=.*"));
  }

  private static void handIn(Page page, String checklist, int which) {
    step(page, checklist, which);
    page.locator("input[type=file]").setInputFiles(PAPER);
    if (page.locator("input[type=date]").count() > 0) {
      page.locator("input[type=date]").fill(LocalDate.now().plusYears(3).toString());
    }
    page.locator("button[id$=hand-in]").click();
    page.waitForURL(Pattern.compile(".*checklist\\?done=.*"));
  }

  private static void step(Page page, String checklist, int which) {
    page.navigate(checklist);
    page.locator(".step-card h3 a").nth(which).click();
    page.waitForURL(Pattern.compile(".*/checklist/.+"));
  }

  private static void fill(Page page, String autocomplete, String answer) {
    page.locator("input[autocomplete=" + autocomplete + "]").fill(answer);
  }

  /** What is right leads back to the checklist. */
  private static void save(Page page) {
    page.locator("button[id$=save]").click();
    page.waitForURL(Pattern.compile(".*checklist\\?done=.*"));
  }

  private static Page approve(String name) {
    Page page = browsers.desktop("fr-FR");
    page.navigate("/fr/sign-in?next=/operator/applications");
    page.fill("#email", "operator@halles.example");
    page.fill("#password", "halles-demo");
    page.locator("main form button[type=submit]").click();
    page.locator("main a", new Page.LocatorOptions().setHasText(name)).click();
    page.locator("button[id$=approve]").click();
    assertThat(page.locator("button[id$=suspend]"))
        .isVisible(new IsVisibleOptions().setTimeout(15_000));
    return page;
  }

  private static int overflow(Page page) {
    return (int)
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }
}
