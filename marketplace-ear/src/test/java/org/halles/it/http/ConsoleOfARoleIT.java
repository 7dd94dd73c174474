package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.halles.it.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the console offers somebody with one role is what that role may look at. */
class ConsoleOfARoleIT {

  private static final Pattern LINK = Pattern.compile("href=\"(/operator[^\"#]*)\"");

  /** A button of a form that changes something; filters are links and plain buttons. */
  private static final Pattern BUTTON =
      Pattern.compile("<button(?![^>]*confirmdialog)[^>]*class=\"ui-button[^>]*>");

  @ParameterizedTest
  @ValueSource(strings = {"moderator", "support", "finance"})
  void noLinkOfTheFirstPageLeadsToARefusal(String role) {
    Shop person = withRole(role);
    String page = person.get("/operator").expect(200).body();

    List<String> offered =
        LINK.matcher(page).results().map(found -> found.group(1)).distinct().toList();
    List<String> refused =
        offered.stream()
            .filter(address -> person.get(address.replace("&amp;", "&")).status() != 200)
            .toList();

    assertThat(offered).hasSizeGreaterThan(5);
    assertThat(refused).as("offered to somebody of the role %s, and refused", role).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "support, /operator/settings",
    "support, /operator/gateways",
    "support, /operator/refunds",
    "support, /operator/commission-rules",
    "support, /operator/categories",
    "support, /operator/plugins",
    "support, /operator/order-policy",
    "finance, /operator/plugins",
    "finance, /operator/categories",
    "finance, /operator/offer-ranking",
    "moderator, /operator/settings",
    "moderator, /operator/commission-rules"
  })
  void whoMayOnlyLookIsToldSoAndFindsNoButton(String role, String address) {
    String page = withRole(role).get(address).expect(200).body();

    assertThat(page).contains("Vous pouvez lire cette page");
    assertThat(BUTTON.matcher(page).results().map(MatchResult::group)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"support, /operator/invoices", "support, /operator/holds"})
  void noLinkOfAPageLeadsToARefusal(String role, String address) {
    Shop person = withRole(role);
    String page = person.get(address).expect(200).body();

    List<String> refused =
        LINK.matcher(page)
            .results()
            .map(found -> found.group(1).replace("&amp;", "&"))
            .distinct()
            .filter(link -> person.get(link).status() != 200)
            .toList();

    assertThat(refused).as("offered on %s to the role %s, and refused", address, role).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"support", "finance", "moderator"})
  void whoMayReadCategoriesOpensOneOfThem(String role) {
    String slug =
        Shop.asGuest().get("/api/v1/categories").expect(200).json().at("/items/0/slug").asText();

    String page = withRole(role).get("/operator/categories?category=" + slug).expect(200).body();

    assertThat(page).contains("href=\"/fr/c/" + slug + "\"");
  }

  @Test
  void whoMayOnlyReadCategoriesIsNotAskedWhatListingsMustSayThere() {
    String more = "id=\"asked:more\"";

    String reader = withRole("finance").get("/operator/categories?category=velos").body();
    String moderator = withRole("moderator").get("/operator/categories?category=velos").body();

    assertThat(moderator).contains(more);
    assertThat(reader).contains("Distingue les variantes").doesNotContain(more);
  }

  @Test
  void whoMayOnlyReadCategoriesCannotDragThem() {
    String drag = "draggable:true";

    String reader = withRole("finance").get("/operator/categories").expect(200).body();
    String moderator = withRole("moderator").get("/operator/categories").expect(200).body();

    assertThat(moderator).contains(drag);
    assertThat(reader).doesNotContain(drag);
  }

  @Test
  void whoMayChangeSomethingFindsTheButton() {
    String page = withRole("finance").get("/operator/settings").expect(200).body();

    assertThat(page).doesNotContain("Vous pouvez lire cette page");
    assertThat(BUTTON.matcher(page).results()).isNotEmpty();
  }

  private static Shop withRole(String role) {
    String email = Newcomer.email();
    Shop.asOperator()
        .post("/api/v1/operator/people", Map.of("email", email, "roles", List.of(role)))
        .expect(200);
    String token =
        Shop.asGuest()
            .post("/api/v1/tokens", Map.of("email", email, "password", "halles-demo"))
            .expect(201)
            .json()
            .path("token")
            .asText();
    return Shop.asGuest().with("Cookie", "halles-session=" + token).with("Accept", "text/html");
  }
}
