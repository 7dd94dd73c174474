package org.halles.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.halles.it.Browsers;
import org.halles.it.Shop;
import org.halles.it.Stand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A moderator at the keyboard. */
class ModerationJourneyIT {

  private static final int PENDING = 50;
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
  void aModeratorClearsFiftyPendingListingsByKeyboard() {
    Stand stand = Stand.open();
    List<String> listings = new ArrayList<>();
    for (int number = 0; number < PENDING; number++) {
      String id = stand.write("Pièce n° " + number, 1_000 + number).json().path("id").asText();
      stand.seller().post("/api/v1/vendor/listings/" + id + "/submit", Map.of()).expect(200);
      listings.add(id);
    }
    Page page = signedIn();
    page.navigate("/operator/moderation?vendor=" + stand.slug());
    Locator items = page.locator("[data-case]");
    assertThat(items).hasCount(PENDING);

    reject(page, items);
    undo(page, items);
    for (int left = PENDING; left > 0; left--) {
      page.keyboard().press("a");
      assertThat(items).hasCount(left - 1);
    }

    page.locator(".empty").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
    listings.forEach(id -> Shop.asGuest().get("/api/v1/listings/" + id).expect(200));
  }

  private static void reject(Page page, Locator items) {
    Locator count = page.locator("p[data-count]");
    String before = count.innerText();
    page.keyboard().press("r");
    page.keyboard().press("1");
    assertThat(page.locator("#reason")).not().hasValue("");
    page.keyboard().press("Control+Enter");
    assertThat(items).hasCount(PENDING - 1);
    assertThat(count).not().hasText(before);
  }

  private static void undo(Page page, Locator items) {
    page.keyboard().press("u");
    assertThat(items).hasCount(PENDING);
  }

  private static Page signedIn() {
    Page page = browsers.desktop("fr-FR");
    page.navigate("/fr/sign-in");
    page.locator("#email").fill("operator@halles.example");
    page.locator("#password").fill("halles-demo");
    page.locator("#password").press("Enter");
    page.waitForURL(url -> !url.contains("sign-in"));
    return page;
  }
}
