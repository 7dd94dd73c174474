package org.halles.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.halles.it.Browsers;
import org.halles.it.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A vendor draws its storefront, asks a colleague to join, and makes a key; an operator looks. */
class StorefrontJourneyIT {

  private static final String STALL = "/vendor/papier-mimosa";
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
  void aLogoIsUploadedPlacedAndSeenBesideTheFormBeforeItIsPublished() {
    Page page = signedIn("owner@papier-mimosa.example");
    page.navigate(STALL + "/storefront");
    var logo = page.frameLocator("#preview").locator(".stall-logo");
    String before = logo.getAttribute("src");

    page.locator("input[type=file]")
        .first()
        .setInputFiles(new FilePayload("logo.png", "image/png", picture()));
    assertThat(page.locator("[data-framing] img")).isVisible();
    assertThat(logo).not().hasAttribute("src", before);
    assertThat(page.locator(".framing-controls button").first()).isEnabled();
    page.locator(".framing-controls button").first().click();
    assertThat(page.locator("[data-framing]")).hasCount(0);
    page.locator("[id='face:save']").click();

    assertThat(page.locator(".ui-growl-item-container").last()).isVisible();
    Page shown = browsers.desktop("fr-FR");
    shown.navigate("/fr/s/papier-mimosa");
    assertThat(shown.locator(".stall-logo")).not().hasAttribute("src", before);
  }

  @Test
  void aPictureThatIsTooLargeIsRefusedInWordsAndTheNextOneIsTaken() {
    Page page = signedIn("owner@papier-mimosa.example");
    page.navigate(STALL + "/storefront");
    var files = page.locator("input[type=file]").first();

    files.setInputFiles(new FilePayload("huge.jpg", "image/jpeg", new byte[12 << 20]));
    assertThat(page.locator(".ui-growl-title").last()).containsText("10");
    assertThat(page.locator("[id='face:logo'] .ui-fileupload-row")).hasCount(0);

    files.setInputFiles(new FilePayload("logo.png", "image/png", picture()));
    assertThat(page.locator("[data-framing] img")).isVisible();
  }

  @Test
  void aColleagueIsInvitedAcceptsAndSeesWhatTheirRoleAllows() {
    Page owner = signedIn("owner@papier-mimosa.example");
    owner.navigate(STALL + "/people");
    Browsers.dialog(owner, "invite");
    owner.locator("[id='new:email']").fill("owner@maison-lumen.example");
    owner.locator("[id='new:as']").selectOption("ORDERS");
    owner.locator("#new .ui-button").first().click();
    String link = owner.locator("#invitation-link").textContent();

    Page colleague = signedIn("owner@maison-lumen.example");
    colleague.navigate(link);
    colleague.locator("main form button[type=submit], main form button").last().click();
    colleague.waitForURL(Pattern.compile(".*" + STALL + "/orders"));
    assertThat(colleague.locator(".rail a[href='/vendor']")).hasCount(1);
    assertThat(colleague.locator(".rail a[href$='/earnings']")).hasCount(0);

    colleague.navigate("/vendor");
    assertThat(colleague.locator(".stall")).hasCount(2);
    Shop.asOwnerOf("papier-mimosa")
        .delete("/api/v1/vendor/people/" + accountOf("owner@maison-lumen.example"))
        .expect(204);
  }

  @Test
  void aKeyIsShownOnceAndWorks() {
    Page page = signedIn("owner@papier-mimosa.example");
    page.navigate(STALL + "/api-keys");
    Browsers.dialog(page, "key");
    page.locator("[id='new:label']").fill("Site");
    page.locator("#new .ui-chkbox-box").first().click();
    page.locator("[id='new:create']").click();
    String key = page.locator("#secret").textContent();

    Shop program = Shop.asGuest().withToken(key);
    program.get("/api/v1/vendor/storefront").expect(200);
    program.get("/api/v1/vendor/orders").expect(403);
    page.reload();
    assertThat(page.content()).doesNotContain(key);
  }

  @Test
  void anOperatorSeesThePortalAsTheVendorAndTheLogSaysSo() {
    Page page = signedIn("operator@halles.example");
    page.navigate("/operator/vendors?status=APPROVED");
    page.locator("[title='Papier Mimosa']").click();
    page.locator("[id='acting-as:reason']").fill("Question sur une commande");
    page.locator("[id='acting-as:begin']").click();

    page.waitForURL(Pattern.compile(".*" + STALL + ".*"));
    assertThat(page.locator(".acting")).containsText("operator@halles.example");
    assertThat(page.navigate("/operator").status()).isEqualTo(403);
    page.navigate(STALL);
    page.locator(".acting .button").click();
    page.waitForURL(Pattern.compile(".*/operator/vendors"));
    assertThat(Shop.asOperator().get("/api/v1/operator/audit?limit=5").body())
        .contains("sign-in-as-vendor", "sign-out-as-vendor", "Question sur une commande");
  }

  private static String accountOf(String email) {
    for (var member :
        Shop.asOwnerOf("papier-mimosa").get("/api/v1/vendor/people").json().path("members")) {
      if (member.path("email").asText().equals(email)) {
        return member.path("accountId").asText();
      }
    }
    throw new AssertionError(email + " is no member");
  }

  private static Page signedIn(String email) {
    Page page = browsers.desktop("fr-FR");
    page.navigate("/fr/sign-in");
    page.fill("#email", email);
    page.fill("#password", "halles-demo");
    page.locator("main form button").last().click();
    page.waitForURL(Pattern.compile(".*/(vendor|operator).*"));
    return page;
  }

  private static byte[] picture() {
    BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    // another picture each time, also in the part that is cut out
    int colour = (int) System.nanoTime() & 0xFFFFFF;
    image.setRGB(0, 0, 300, 200, IntStream.range(0, 60_000).map(i -> colour).toArray(), 0, 300);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", file);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return file.toByteArray();
  }
}
