package org.halles.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.halles.it.Browsers;
import org.halles.it.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An operator arranges the catalogue and says what sales pay. */
class CatalogueJourneyIT {

  private static final String NAME = "Essai " + Long.toString(System.nanoTime(), 36);
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
  void aCategoryIsAddedMovedByKeyboardAndRetired() {
    Page page = signedIn("/operator/categories");
    page.getByText("Nouveau rayon").click();
    page.locator("#edit").getByText("Enregistrer").click();
    assertThat(page.locator("#edit .field-error")).containsText("À remplir");

    page.locator("[id='edit:french']").fill(NAME);
    page.locator("[id='edit:english']").fill("Trial");
    page.locator("#edit").getByText("Enregistrer").click();
    Locator node = page.locator(".ui-treenode-label", new Page.LocatorOptions().setHasText(NAME));
    assertThat(node).isVisible();
    int last = page.locator(".aisles-tree .ui-treenode-label").allInnerTexts().indexOf(NAME);
    button(page, "Monter").press("Enter");
    assertThat(page.locator(".aisles-tree .ui-treenode-label").nth(last - 1)).hasText(NAME);

    button(page, "Retirer").click();
    page.locator(".ui-confirmdialog-yes").click();
    assertThat(button(page, "Remettre")).isVisible();
    String slug = page.locator("#edit h2 + a").innerText();
    assertThat(
            Shop.asOperator()
                .get("/api/v1/operator/categories/" + slug)
                .expect(200)
                .json()
                .path("category")
                .path("archived")
                .asBoolean())
        .isTrue();
  }

  private static Locator button(Page page, String name) {
    return page.locator("#edit")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void aRuleShowsWhatASaleWouldPayAndNamesEveryFaultBesideItsField() {
    Page page = signedIn("/operator/commission-rules/edit");
    Locator rate = page.locator("[id='rule:fields:0:text']");
    rate.fill("8");
    assertThat(page.locator("[id='rule:example']")).containsText("8,00");
    assertThat(page.locator("[id='rule:example']")).containsText("92,00");

    rate.fill("120");
    page.locator("[id='rule:priceFrom']").fill("abc");
    page.locator("[id='rule:save']").click();
    assertThat(page.locator("#rule .field-error")).hasCount(3);
    assertThat(rate).hasValue("120");

    rate.fill("9,5");
    page.locator("[id='rule:priceFrom']").fill("999 999");
    page.locator("[id='rule:name']").fill(NAME);
    page.locator("[id='rule:save']").click();
    page.waitForURL("**/operator/commission-rules");
    assertThat(page.getByText(NAME).first()).isVisible();
    retire();
  }

  /** Other tests count on the rules of the demonstration. */
  private static void retire() {
    Shop operator = Shop.asOperator();
    operator
        .get("/api/v1/operator/commission-rules")
        .json()
        .path("items")
        .forEach(
            rule -> {
              if (rule.path("name").asText().equals(NAME)) {
                operator
                    .post(
                        "/api/v1/operator/commission-rules/" + rule.path("id").asText() + "/retire",
                        Map.of())
                    .expect(204);
              }
            });
  }

  private static Page signedIn(String path) {
    Page page = browsers.desktop("fr-FR");
    page.navigate("/fr/sign-in");
    page.locator("#email").fill("operator@halles.example");
    page.locator("#password").fill("halles-demo");
    page.locator("#password").press("Enter");
    page.waitForURL(url -> !url.contains("sign-in"));
    page.navigate(path);
    return page;
  }
}
