package org.halles.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.halles.it.Browsers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A vendor writes a listing with variants and pictures, sees what it will earn, and hands it in.
 */
class ListingEditorJourneyIT {

  private static final String STALL = "/vendor/poterie-du-layon";

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aListingWithVariantsAndPicturesIsWrittenAndHandedIn(boolean phone) throws IOException {
    try (Browsers browsers = new Browsers()) {
      Page page = phone ? browsers.phone("fr-FR") : browsers.desktop("fr-FR");
      String title = UUID.randomUUID().toString().substring(0, 8) + " bol de berger";
      signIn(page);
      page.navigate(STALL + "/listings/new");
      describe(page, title);
      combine(page);
      fill(page);
      assertThat(page.locator("[id=\"ed:earn\"]")).containsText("Pour vous");

      illustrate(page);
      aWrongNumberIsExplainedBesideItsField(page);
      nothingIsLostWhenTheBrowserIsClosed(page, title);

      page.locator("[id=\"ed:submit\"]").click();
      page.waitForURL(Pattern.compile(".*told=submitted"));
      page.locator("#q").fill(title);
      page.locator("#q").press("Enter");
      assertThat(page.locator("tbody tr")).hasCount(4);
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
    }
  }

  @Test
  void theFileOfADownloadIsAskedForAsSoonAsItsVariantHasAReference() {
    try (Browsers browsers = new Browsers()) {
      Page page = browsers.phone("fr-FR");
      signIn(page);
      page.navigate(STALL + "/listings/new");
      page.getByRole(AriaRole.RADIO, new GetByRoleOptions().setName("un téléchargement")).check();
      assertThat(page.locator("[id=\"files:box\"]")).containsText("Donnez d’abord une référence");

      field(page, 0, 0).fill("GUIDE-1");

      assertThat(page.locator("[id=\"files:box\"] .variant-name")).hasText("GUIDE-1");
      assertThat(page.locator("[id=\"files:box\"] input[type=file]")).hasCount(1);
    }
  }

  @Test
  void theButtonThatHandsItInStaysInItsPlaceWhileWhatWasTypedIsKept() {
    try (Browsers browsers = new Browsers()) {
      Page page = browsers.desktop("fr-FR");
      signIn(page);
      page.navigate(STALL + "/listings/new");
      page.locator("[id=\"ed:title-fr\"]").fill("Bol de berger");
      assertThat(page.locator(".save-busy")).isVisible();
      Object whileSaving = placeOfTheButton(page);

      assertThat(page.locator(".save-state")).containsText("Enregistré le");

      assertThat(placeOfTheButton(page)).isEqualTo(whileSaving);
    }
  }

  /** Below the upper edge of its card. */
  private static Object placeOfTheButton(Page page) {
    return page.locator("[id=\"ed:submit\"]")
        .evaluate("b => b.offsetTop - b.closest('.card').offsetTop");
  }

  private static void signIn(Page page) {
    page.navigate("/fr/sign-in");
    page.locator("input[type=email]").fill("owner@poterie-du-layon.example");
    page.locator("input[type=password]").fill("halles-demo");
    page.locator("main form button").first().click();
    page.waitForLoadState();
  }

  private static void describe(Page page, String title) {
    page.locator("[id=\"ed:title-fr\"]").fill(title);
    page.locator("[id=\"ed:category_input\"]").pressSequentially("bols");
    page.locator(".ui-autocomplete-item").first().click();
    page.locator("[id=\"ed:said\"] input[title=\"Matière\"]").fill("grès");
  }

  /** Two colours and two sizes are four variants. */
  private static void combine(Page page) {
    page.getByText("Cette annonce existe en plusieurs variantes").click();
    Locator colours = page.locator(".axis").nth(0).locator(".pills input");
    colours.nth(0).check();
    colours.nth(1).check();
    page.locator(".axis").nth(1).locator("input.ui-inputtext").fill("petit, grand");
    page.locator("[id=\"ed:combine\"]").click();
    assertThat(page.locator(".variant")).hasCount(4);
  }

  private static void fill(Page page) {
    page.locator(".fill input").nth(0).fill("24,50");
    page.locator(".fill input").nth(1).fill("5");
    page.locator("[id=\"ed:fill\"]").click();
    assertThat(field(page, 3, 1)).hasValue("24,50");
  }

  private static Locator field(Page page, int variant, int place) {
    return page.locator(".variant").nth(variant).locator("input").nth(place);
  }

  private static void illustrate(Page page) throws IOException {
    page.locator("input[type=file]")
        .setInputFiles(
            new FilePayload[] {
              new FilePayload("un.png", "image/png", picture(Color.ORANGE)),
              new FilePayload("deux.png", "image/png", picture(Color.GREEN))
            });
    assertThat(page.locator(".picture")).hasCount(2);
    String second = page.locator(".picture img").nth(1).getAttribute("src");
    page.locator(".picture").nth(1).getByLabel("Avancer cette image").click();
    assertThat(page.locator(".picture img").nth(0)).hasAttribute("src", second);
    cutByKeyboard(page, second);
  }

  private static void cutByKeyboard(Page page, String whole) {
    page.locator(".picture").nth(0).getByText("Recadrer").press("Enter");
    Locator zoom = page.locator("[data-framing-zoom]");
    zoom.focus();
    for (int step = 0; step < 20; step++) {
      zoom.press("ArrowRight");
    }
    page.locator("[data-cut-go]").press("Enter");
    assertThat(page.locator("[data-cut-go]")).isHidden();
    assertThat(page.locator(".picture img").nth(0)).not().hasAttribute("src", whole);
  }

  private static byte[] picture(Color colour) throws IOException {
    BufferedImage pixels = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = pixels.createGraphics();
    brush.setColor(colour);
    brush.fillOval(40, 40, 320, 320);
    brush.dispose();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(pixels, "png", file);
    return file.toByteArray();
  }

  private static void aWrongNumberIsExplainedBesideItsField(Page page) {
    field(page, 0, 3).fill("4006381333932");
    field(page, 1, 1).fill("abc");
    page.locator("[id=\"ed:submit\"]").click();
    assertThat(page.locator("[id=\"ed:faults\"]")).containsText("2 points");
    assertThat(page.locator(".variant").nth(0)).containsText("la clé de contrôle donne 1");
    assertThat(page.locator(".variant").nth(1)).containsText("Un montant");
    field(page, 0, 3).fill("");
    page.waitForResponse(
        answer -> String.valueOf(answer.request().postData()).contains("=26&"),
        () -> field(page, 1, 1).fill("26"));
  }

  private static void nothingIsLostWhenTheBrowserIsClosed(Page page, String title) {
    assertThat(page.locator("[data-save-state] p").first()).isVisible();
    page.reload();
    assertThat(page.locator("[id=\"ed:title-fr\"]")).hasValue(title);
    assertThat(field(page, 1, 1)).hasValue("26");
    assertThat(page.locator(".picture")).hasCount(2);
  }
}
