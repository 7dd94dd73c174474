package org.halles.marketplace.pricing;

import java.util.Map;
import org.halles.spi.Money;

/**
 * Something the buyer of a cart may add for somebody else, as it is offered now.
 *
 * @param id of the offer, to choose it by
 * @param party whose it is
 * @param amount above zero
 * @param title by language
 * @param help who gets it and what for, by language; may be empty
 * @param chosen true if the buyer adds it: then it is in the total
 */
public record Contribution(
    String id,
    String party,
    Money amount,
    Map<String, String> title,
    Map<String, String> help,
    boolean chosen) {

  /** What is ticked, in a language the marketplace speaks. */
  public String title(String language) {
    return title.getOrDefault(language, title.get("en"));
  }

  /** Who gets it and what for; empty if nothing is said. */
  public String help(String language) {
    return help.getOrDefault(language, help.getOrDefault("en", ""));
  }
}
