package org.halles.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.halles.it.Browsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody turns the second step on with a telephone, and needs it from then on. */
class TwoStepSignInIT {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final String PASSWORD = "quatre chevaux verts";
  private static Browsers browsers;

  private final String email = "deux" + System.nanoTime() + "@it.example";

  @BeforeAll
  static void open() {
    browsers = new Browsers();
  }

  @AfterAll
  static void close() {
    browsers.close();
  }

  @Test
  void thePasswordAloneNoLongerOpensTheDoor() throws Exception {
    Page page = browsers.phone("fr-FR");
    register(page);
    page.navigate("/fr/account/second-factor");
    page.locator("main form button").last().click();
    String secret = page.locator("#secret").textContent();
    page.fill("#code", "000000");
    page.locator("main form button").last().click();
    assertThat(page.locator("#code-error")).isVisible();
    page.fill("#code", code(page.locator("#secret").textContent(), 0));
    page.locator("main form button").last().click();
    String recovery = page.locator(".recovery li").first().textContent();

    Page again = browsers.phone("fr-FR");
    signIn(again);
    again.fill("#code", "000000");
    again.locator("main form button").last().click();
    assertThat(again.locator(".notice-error")).isVisible();
    // the code that turned it on is used up: the telephone's next one
    again.fill("#code", code(secret, 1));
    again.locator("main form button").last().click();
    again.waitForURL(Pattern.compile(".*/fr/account"));

    Page lost = browsers.phone("fr-FR");
    signIn(lost);
    lost.fill("#code", recovery);
    lost.locator("main form button").last().click();
    lost.waitForURL(Pattern.compile(".*/fr/account"));
    Page twice = browsers.phone("fr-FR");
    signIn(twice);
    twice.fill("#code", recovery);
    twice.locator("main form button").last().click();
    assertThat(twice.locator(".notice-error")).isVisible();
  }

  private void register(Page page) {
    page.navigate("/fr/register?next=/fr/account");
    page.fill("#name", "Zoé Martin");
    page.fill("#email", email);
    page.fill("#password", PASSWORD);
    page.locator("main form button[type=submit]").last().click();
    page.waitForURL(Pattern.compile(".*/fr/account"));
  }

  private void signIn(Page page) {
    page.navigate("/fr/sign-in?next=/fr/account");
    page.fill("#email", email);
    page.fill("#password", PASSWORD);
    page.locator("main form button[type=submit]").last().click();
    assertThat(page.locator("#code")).isVisible();
  }

  /** What the telephone shows so many half minutes from now (RFC 6238). */
  private static String code(String secret, int later) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(bytes(secret.replaceAll("[\\s=]", "")), "HmacSHA1"));
    long step = Instant.now().getEpochSecond() / 30 + later;
    byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
    int offset = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
    return "%06d".formatted(number % 1_000_000);
  }

  private static byte[] bytes(String base32) {
    BigInteger number = BigInteger.ONE;
    for (char letter : base32.toCharArray()) {
      number = number.shiftLeft(5).add(BigInteger.valueOf(LETTERS.indexOf(letter)));
    }
    int length = base32.length() * 5 / 8;
    byte[] all = number.shiftRight(base32.length() * 5 % 8).toByteArray();
    byte[] bytes = new byte[length];
    System.arraycopy(all, all.length - length, bytes, 0, length);
    return bytes;
  }
}
