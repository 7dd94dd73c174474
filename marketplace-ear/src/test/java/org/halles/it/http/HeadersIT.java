package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.halles.it.Answer;
import org.halles.it.Marketplace;
import org.halles.it.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers are told, and what they may not be made to do. */
class HeadersIT {

  private static final String FORM = "application/x-www-form-urlencoded";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/fr",
        "/en",
        "/fr/search?q=pain",
        "/fr/s",
        "/fr/sign-in",
        "/en/register",
        "/fr/nothing-here"
      })
  void aPublicPageSetsNoCookieAndRunsNothingInline(String path) {
    Answer page = Shop.asGuest().with("Accept", "text/html").get(path);

    assertThat(page.status()).isIn(200, 404);
    assertThat(page.header("Set-Cookie")).isEmpty();
    assertThat(page.response().headers().allValues("Content-Security-Policy")).hasSize(1);
    assertThat(page.header("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.header("Referrer-Policy")).isPresent();
    assertThat(page.header("Permissions-Policy")).isPresent();
    assertThat(page.body()).doesNotContain("jsessionid").doesNotContainPattern("<script[^>]*nonce");
  }

  /** Other sites show these in a frame; nothing can be done in it, and nothing is remembered. */
  @Test
  void onlyWhatIsMadeForOtherSitesMayBeFramedByThem() {
    Answer page =
        Shop.asGuest().with("Accept", "text/html").get("/fr/embed/s/atelier-boreal?via=some-blog");

    assertThat(page.expect(200).header("Set-Cookie")).isEmpty();
    assertThat(page.header("X-Frame-Options")).isEmpty();
    assertThat(page.header("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors *")
        .doesNotContain("unsafe");
    assertThat(page.body()).contains("?via=some-blog").doesNotContain("<script", "<form");
    assertThat(Shop.asGuest().get("/fr/s/atelier-boreal").header("X-Frame-Options"))
        .contains("DENY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/v1/categories", "/api/v1/nothing", "/fr/cart", "/fr/account", "/vendor"})
  void privateAnswersAreNotKept(String path) {
    assertThat(Shop.asGuest().get(path).header("Cache-Control").orElse("")).contains("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/vendor", "/operator", "/operator/books", "/fr/account"})
  void whoIsNotSignedInIsLedToTheSignInPageAndBack(String path) {
    Answer answer = Shop.asGuest().with("Accept-Language", "fr").get(path).expect(302);

    assertThat(answer.header("Location").orElse(""))
        .endsWith("/fr/sign-in?next=" + path.replace("/", "%2F"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1:1"})
  void aFormOfAForeignSiteIsRefused(String origin) {
    Shop.asGuest().with("Origin", origin).raw("POST", "/fr/sign-in", FORM, "email=a").expect(403);
  }

  @Test
  void aFormThatDoesNotSayWhereItComesFromIsRefused() {
    Shop.asGuest().raw("POST", "/fr/sign-in", FORM, "email=a").expect(403);
  }

  @Test
  void aFormOfOurOwnSignsInWithACookieThatScriptsCannotRead() {
    Answer answer = signIn("/fr/account").expect(302);

    assertThat(answer.header("Location").orElse("")).endsWith("/fr/account");
    assertThat(answer.header("Set-Cookie").orElse(""))
        .startsWith("halles-session=halles_")
        .containsIgnoringCase("httponly")
        .containsIgnoringCase("samesite=lax")
        .containsIgnoringCase("path=/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/\\\\evil.example",
        "javascript:alert(1)"
      })
  void signingInLeadsToNoForeignSite(String next) {
    Answer answer = signIn(next).expect(302);

    assertThat(answer.header("Location").orElse("")).startsWith(origin()).doesNotContain("evil");
  }

  @Test
  void anAccountActsOnlyWithTheTokenOfItsSession() {
    String cookie = signIn("/fr/account").header("Set-Cookie").orElse("").split(";")[0];
    Shop browser = Shop.asGuest().with("Origin", origin()).with("Cookie", cookie);

    browser.raw("POST", "/fr/account", FORM, "do=sign-out").expect(403);
    browser.raw("POST", "/fr/account", FORM, "do=sign-out&csrf=forged").expect(403);

    assertThat(browser.get("/fr/account").expect(200).body()).contains("buyer@halles.example");
  }

  @Test
  void theApiDoesNotLookAtTheCookie() {
    String cookie = signIn("/fr/account").header("Set-Cookie").orElse("").split(";")[0];

    Shop.asGuest().with("Cookie", cookie).get("/api/v1/order-groups").expect(401);
  }

  private static Answer signIn(String next) {
    return Shop.asGuest()
        .with("Origin", origin())
        .raw(
            "POST",
            "/fr/sign-in",
            FORM,
            "email=buyer%40halles.example&password=halles-demo&next=" + next);
  }

  private static String origin() {
    return Marketplace.running().address().toString();
  }
}
