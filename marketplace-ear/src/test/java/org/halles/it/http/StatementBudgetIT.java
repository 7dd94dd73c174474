package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every page there is answers, and asks the database no more than a page may. The pages are those
 * of the site's own list: a new one is walked as soon as it has an address.
 */
class StatementBudgetIT {

  private static final int MOST = 12;
  private static final int HOPS = 3;

  /** Whoever is in already is led on from these: they are looked at from outside. */
  private static final Set<String> OUTSIDE = Set.of("/sign-in", "/register");

  @TestFactory
  Stream<DynamicTest> pagesOfTheShop() {
    Shop buyer = visitor("buyer@halles.example");
    return SitePages.shop().stream()
        .map(
            page ->
                test(
                    page,
                    "/fr",
                    OUTSIDE.contains(page) || page.startsWith("/invitations")
                        ? Shop.asGuest()
                        : buyer));
  }

  @TestFactory
  Stream<DynamicTest> pagesOfAVendor() {
    Shop owner = visitor("owner@" + SitePages.STALL + ".example");
    return SitePages.portal("/vendor").stream().map(page -> test(page, "", owner));
  }

  @TestFactory
  Stream<DynamicTest> pagesOfTheOperator() {
    Shop operator = visitor("operator@halles.example");
    return SitePages.portal("/operator").stream().map(page -> test(page, "", operator));
  }

  @Test
  void theListOfPagesIsReadWhole() {
    assertThat(SitePages.shop()).contains("", "/search", "/orders/{number}").hasSizeGreaterThan(20);
    assertThat(SitePages.portal("/vendor"))
        .contains("/vendor/{vendor}/orders")
        .hasSizeGreaterThan(15);
    assertThat(SitePages.portal("/operator")).contains("/operator/books").hasSizeGreaterThan(15);
  }

  private static DynamicTest test(String page, String language, Shop who) {
    return DynamicTest.dynamicTest(
        language + page, () -> walk(language + SitePageIds.fill(page), who));
  }

  /** What leads on is followed, and has a budget too. */
  private static void walk(String address, Shop who) {
    String path = address;
    for (int hop = 0; hop < HOPS; hop++) {
      Answer answer = again(who.get(path), who, path);
      assertThat(answer.statements()).as("statements of %s", path).isLessThanOrEqualTo(MOST);
      if (answer.status() != 302 && answer.status() != 303) {
        assertThat(answer.status()).as(path).isEqualTo(200);
        return;
      }
      URI next = URI.create(answer.header("Location").orElseThrow());
      assertThat(next.getPath()).as("%s leads to", path).doesNotContain("/sign-in");
      path = next.getRawPath() + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery());
    }
    throw new AssertionError(address + " leads on and on: " + List.of(path));
  }

  /** What a server remembers for a while it asks once: a second look is as good as the first. */
  private static Answer again(Answer first, Shop who, String path) {
    return first.statements() > MOST ? who.get(path) : first;
  }

  /** Somebody with a browser. */
  private static Shop visitor(String email) {
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
