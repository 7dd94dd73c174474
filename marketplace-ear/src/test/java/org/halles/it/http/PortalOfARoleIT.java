package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.halles.it.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shop's portal offers each of its staff is what the role may do. */
class PortalOfARoleIT {

  private static final String SHOP = "poterie-du-layon";
  private static final Pattern LINK = Pattern.compile("href=\"(/vendor/" + SHOP + "[^\"#]*)\"");

  @ParameterizedTest
  @ValueSource(strings = {"manager", "catalogue", "orders", "finance"})
  void noLinkOfAnyPageOfTheMenuLeadsToARefusal(String role) {
    Shop person = withRole(role);
    List<String> menu = links(person.get("/vendor/" + SHOP + "/listings").expect(200).body());

    Set<String> offered = new TreeSet<>();
    menu.forEach(page -> offered.addAll(links(person.get(page).body())));
    List<String> refused =
        offered.stream().filter(link -> person.get(link).status() == 403).toList();

    assertThat(menu).hasSizeGreaterThan(7);
    assertThat(refused).as("offered to staff with the role %s, and refused", role).isEmpty();
  }

  @Test
  void whoMayOnlyLookAtTheGoodsFindsNothingToChangeThemWith() {
    Shop person = withRole("orders");

    String goods = person.get("/vendor/" + SHOP + "/listings").expect(200).body();
    String files = person.get("/vendor/" + SHOP + "/imports").expect(200).body();
    String ways = person.get("/vendor/" + SHOP + "/shipping").expect(200).body();

    assertThat(goods).contains("PDL-").doesNotContain("goods:archive", "/listings/new");
    assertThat(files).contains("listings-halles.csv").doesNotContain("upload:send");
    assertThat(ways).doesNotContain("data-dialog=\"method\"");
  }

  @Test
  void aRefusedPageLeadsBackToThePortal() {
    Shop person = withRole("catalogue");

    String page = person.get("/vendor/" + SHOP + "/orders").expect(403).body();

    assertThat(page).contains("href=\"/vendor\"");
  }

  @Test
  void anInvitationForSomebodyElseOffersToSignOutAndComesBack() {
    String email = Newcomer.email();
    String path = invite(email, "orders");

    String guest = Shop.asGuest().get("/en" + path).expect(200).body();
    String other = page(Newcomer.email()).get("/en" + path).expect(200).body();

    assertThat(guest).contains("email=" + email.replace("@", "%40")).contains("order keeper");
    assertThat(other).contains("sign-out").contains("name=\"next\" value=\"/en" + path);
  }

  private static List<String> links(String page) {
    return LINK.matcher(page)
        .results()
        .map(found -> found.group(1).replace("&amp;", "&"))
        .filter(link -> !link.contains("/listings/0"))
        .distinct()
        .toList();
  }

  private static String invite(String email, String role) {
    return Shop.asOwnerOf(SHOP)
        .post("/api/v1/vendor/people/invitations", Map.of("email", email, "role", role))
        .expect(201)
        .json()
        .path("path")
        .asText();
  }

  private static Shop withRole(String role) {
    String email = Newcomer.email();
    String path = invite(email, role);
    Shop.as(email).post("/api/v1" + path + "/accept", Map.of()).expect(200);
    return page(email);
  }

  private static Shop page(String email) {
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
