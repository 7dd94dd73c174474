package org.halles.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.halles.it.Browsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A vendor brings the catalogue of another shop: tries it out, sees what changes, imports it. */
class ImportJourneyIT {
  private static final String STALL = "papier-mimosa";
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
  void aFileIsTriedOutShownLineByLineAndImported() {
    Page page = browsers.phone("fr-FR");
    signIn(page);
    page.navigate("/vendor/" + STALL + "/imports");
    String run = Long.toString(System.nanoTime(), 36);
    String file =
        "Handle,Title,Variant SKU,Variant Price,Variant Inventory Qty\n"
            + "cahier-%s,Cahier,C-%s,9.50,4\ncarnet-%s,Carnet,D-%s,cher,4\n"
                .formatted(run, run, run, run);

    page.setInputFiles(
        "input[type=file] >> nth=0",
        new FilePayload("produits.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
    page.click("#upload\\:send");

    assertThat(page.locator("h1")).hasText("produits.csv");
    assertThat(page.locator("#run\\:start")).isVisible();
    assertThat(page.locator("#run\\:articles")).containsText("Cahier");
    page.click("text=Erreurs et avis");
    assertThat(page.locator("#run\\:problems")).containsText("cher");
    page.click("#run\\:start");
    assertThat(page.locator("#run\\:start")).isHidden();
    assertThat(page.locator(".import-head .status")).hasText("Terminé");
    page.navigate("/vendor/" + STALL + "/listings?q=C-" + run);
    assertThat(page.locator("main")).containsText("Cahier");
  }

  private static void signIn(Page page) {
    page.navigate("/fr/sign-in");
    page.fill("#email", "owner@" + STALL + ".example");
    page.fill("#password", "halles-demo");
    page.locator("main form button[type=submit]").last().click();
    page.waitForURL(url -> !url.contains("sign-in"));
  }
}
