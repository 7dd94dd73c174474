package org.halles.web.checkout;

/**
 * A way to pay, as the page shows it.
 *
 * @param label in the reader's language
 * @param help a sentence below it, or empty
 */
public record Means(String gateway, String token, String label, String help) {

  private static final String BETWEEN = "/";

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
