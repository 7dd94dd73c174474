package org.halles.marketplace.affiliate;

import java.util.Locale;
import java.util.regex.Pattern;
import org.halles.marketplace.shared.Checklist;

/**
 * What somebody says who wants to send buyers.
 *
 * @param code wished for in its links: 3 to 30 small letters, digits and hyphens
 * @param name under which it is to be paid
 * @param channel where it will speak of the marketplace
 */
public record Application(String code, String name, String channel) {

  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{2,29}");

  /**
   * The same, tidied up.
   *
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  Application checked() {
    Checklist checklist = new Checklist();
    String tidy = code == null ? null : code.strip().toLowerCase(Locale.ROOT);
    Application checked =
        new Application(
            checklist.pattern(
                "code", tidy, CODE, "3 to 30 small letters, digits and hyphens, no hyphen first"),
            checklist.text("name", name, 70),
            checklist.text("channel", channel, 300));
    checklist.done();
    return checked;
  }
}
