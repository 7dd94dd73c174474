package org.halles.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.halles.it.Browsers;
import org.halles.it.Shop;
import org.halles.it.Stand;
import org.halles.it.http.Newcomer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A listing goes after a notice, its vendor complains, another person lets it come back. */
class NoticeJourneyIT {

  private static final String ANSWER = "La facture du revendeur agréé a été vue.";

  private static Browsers browsers;

  private final String owner = Newcomer.email();
  private final Stand stand = Stand.open(owner);
  private final String listing = stand.sell("Montre de collection", 90_000);

  @BeforeAll
  static void open() {
    browsers = new Browsers();
  }

  @AfterAll
  static void close() {
    browsers.close();
  }

  @Test
  void aVendorComplainsAndReadsWhatAnotherPersonAnswered() {
    removed();
    String decisions = "/vendor/" + stand.slug() + "/decisions";
    Page vendor = signedIn(owner, decisions);
    assertThat(vendor.locator("main")).containsText("Montre de collection");
    vendor.locator("details summary", hasText("Contester")).click();
    vendor.fill("textarea[id$=text]", "J’ai la facture du revendeur agréé.");
    vendor.locator("button", hasText("Envoyer la réclamation")).click();
    assertThat(vendor.locator("main")).containsText("Une autre personne va trancher");
    assertThat(vendor.locator("textarea")).hasCount(0);

    Page second = signedIn(moderator(), "/operator/notices?show=complaints");
    Locator complaint =
        second.locator("section.card", hasText("J’ai la facture du revendeur agréé."));
    complaint.locator("textarea").fill(ANSWER);
    complaint.locator("input[type=checkbox]").check();
    complaint.locator("button[type=submit]").click();
    assertThat(complaint).hasCount(0);

    vendor.reload();
    assertThat(vendor.locator("main")).containsText("La décision est annulée");
    assertThat(vendor.locator("main")).containsText(ANSWER);
    Shop.asGuest().get("/api/v1/listings/" + listing).expect(200);
  }

  private void removed() {
    Map<String, Object> report =
        Map.of(
            "listingId",
            listing,
            "category",
            "counterfeit",
            "explanation",
            "the logo is copied",
            "name",
            "Ana",
            "email",
            "ana@it.example",
            "goodFaith",
            true);
    String number =
        Shop.asGuest().post("/api/v1/notices", report).expect(201).json().path("number").asText();
    Shop market = Shop.asOperator();
    JsonNode newest =
        market.get("/api/v1/operator/notices?open=false&limit=100").expect(200).json();
    for (JsonNode notice : newest.path("items")) {
      if (notice.path("number").asText().equals(number)) {
        market
            .post(
                "/api/v1/operator/notices/" + notice.path("id").asText() + "/decide",
                Map.of(
                    "restriction", "listing-removed",
                    "facts", "Le logo est celui d’un autre.",
                    "ground", "terms",
                    "groundReference", "Conditions, 4"))
            .expect(200);
      }
    }
    Shop.asGuest().get("/api/v1/listings/" + listing).expect(404);
  }

  private static String moderator() {
    String email = Newcomer.email();
    Shop.asOperator()
        .post("/api/v1/operator/people", Map.of("email", email, "roles", List.of("moderator")))
        .expect(200);
    return email;
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static Page signedIn(String email, String next) {
    Page page = browsers.desktop("fr-FR");
    page.navigate("/fr/sign-in?next=" + next);
    page.fill("#email", email);
    page.fill("#password", "halles-demo");
    page.locator("#password").press("Enter");
    page.waitForURL(Pattern.compile(".*" + Pattern.quote(next)));
    return page;
  }
}
