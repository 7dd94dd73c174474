package org.halles.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.halles.it.Browsers;

/** What lies between an approved vendor and its first parcel, each step by a page of its own. */
final class FirstSale {

  private final Page vendor;
  private final Page operator;
  private final Browsers browsers;
  private final String portal;
  private final String title = "Savon au laurier " + System.nanoTime();

  FirstSale(Page vendor, Page operator, Browsers browsers) {
    this.vendor = vendor;
    this.operator = operator;
    this.browsers = browsers;
    this.portal = vendor.url().replaceFirst("^https?://[^/]+(/vendor/[^/]+).*", "$1");
  }

  void sayHowItShips() {
    go("/shipping");
    Browsers.dialog(vendor, "method");
    assertThat(vendor.locator("[id='new:label']")).isFocused();
    vendor.fill("[id='new:label']", "Colis suivi");
    vendor.fill("[id='new:price']", "4,90");
    vendor.fill("[id='new:min']", "2");
    vendor.fill("[id='new:max']", "4");
    vendor.locator("#new .form-actions .ui-button").click();
    assertThat(vendor.locator("[id='ways:methods']")).containsText("Colis suivi");
  }

  /** Hands a listing in; answers where its editor is. */
  String offerSomethingWithAPicture() throws IOException {
    go("/listings/new");
    vendor.fill("[id='ed:title-fr']", title);
    vendor.locator("[id='ed:category_input']").pressSequentially("savon");
    vendor.locator(".ui-autocomplete-item").first().click();
    vendor.locator(".variant input").nth(0).fill("SAVON-1");
    vendor.locator(".variant input").nth(1).fill("8,50");
    vendor.locator(".variant input").nth(2).fill("12");
    vendor
        .locator("input[type=file]")
        .setInputFiles(new FilePayload("savon.png", "image/png", picture()));
    assertThat(vendor.locator(".picture")).hasCount(1);
    assertThat(vendor.locator("[id='ed:earn']")).containsText("Pour vous");
    vendor.click("[id='ed:submit']");
    vendor.waitForURL(Pattern.compile(".*told=submitted"));
    return title;
  }

  private static byte[] picture() throws IOException {
    BufferedImage pixels = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = pixels.createGraphics();
    brush.setColor(new Color((int) (System.nanoTime() & 0xffffff)));
    brush.fillRect(40, 80, 320, 240);
    brush.dispose();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(pixels, "png", file);
    return file.toByteArray();
  }

  void isLetThrough(String name) {
    operator.navigate(
        "/operator/moderation?vendor=" + portal.substring(portal.lastIndexOf('/') + 1));
    assertThat(operator.locator("[data-case]")).hasCount(1);
    operator.keyboard().press("a");
    assertThat(operator.locator("[data-case]")).hasCount(0);
    operator.locator(".empty").waitFor();
  }

  /** Answers the number of the order. */
  String aGuestBuys(String listing) {
    Page guest = browsers.phone("fr-FR");
    guest.navigate("/fr/s/" + portal.substring(portal.lastIndexOf('/') + 1));
    guest.locator("main a[href*='/p/']").first().click();
    assertThat(guest.locator("h1")).hasText(listing);
    guest.locator("#buy button[data-buy]").click();
    guest.waitForURL(Pattern.compile(".*/cart.*"));
    guest.locator("a[href$='/fr/checkout']").first().click();
    guest.fill("#email", "lea.marchal@courrier.example");
    guest.fill("#name", "Léa Marchal");
    guest.fill("#line1", "12 rue des Halles");
    guest.fill("#postalCode", "69002");
    guest.fill("#city", "Lyon");
    guest.locator("main form button[type=submit]").last().click();
    guest.waitForURL(Pattern.compile(".*/fr/orders/H-.*"));
    assertThat(guest.locator(".notice-success")).isVisible();
    return guest.url().replaceFirst(".*/orders/(H-[^?]+).*", "$1");
  }

  void shipTo(String order) {
    go("/orders");
    vendor.locator("a[href*='" + portal + "/orders/" + order + "']").first().click();
    Browsers.dialog(vendor, "parcel");
    vendor.fill("input[id$=carrier_input]", "Colissimo");
    vendor.fill("input[id$=code]", "6A12345678901");
    vendor.locator("[id=packing] button[type=submit]").first().click();
    assertThat(vendor.locator("body")).containsText("6A12345678901");
  }

  private void go(String page) {
    vendor.navigate(portal + page);
  }
}
