package org.halles.web.checkout;

import java.util.List;
import java.util.stream.Stream;
import org.halles.web.ui.Words;

/**
 * A way to pay, as the page shows it.
 *
 * @param label in the reader's language
 * @param help a sentence below it, or empty
 */
public record Means(String gateway, String token, String label, String help) {

  private static final String BETWEEN = "/";

  private static final List<String> SANDBOX =
      List.of("approved", "requires-action", "declined", "pending-approved");

  /** What the simulated gateway lets one try out. */
  static Stream<Means> sandbox(Words words) {
    return SANDBOX.stream()
        .map(
            token ->
                new Means(
                    "sandbox",
                    token,
                    words.of("tender.sandbox", words.get("checkout.token." + token)),
                    words.get("checkout.token." + token + ".help")));
  }

  /** What the form sends if it is chosen. */
  public String getValue() {
    return gateway + BETWEEN + token;
  }

  public String getLabel() {
    return label;
  }

  public String getHelp() {
    return help;
  }

  /** The gateway in what the form sent; null if it names none. */
  static String gatewayIn(String value) {
    int at = value.indexOf(BETWEEN);
    return at < 0 ? null : value.substring(0, at);
  }

  /** The token in what the form sent. */
  static String tokenIn(String value) {
    return value.substring(value.indexOf(BETWEEN) + 1);
  }
}
