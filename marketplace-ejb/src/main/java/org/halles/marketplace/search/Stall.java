package org.halles.marketplace.search;

import java.util.List;
import org.halles.marketplace.shared.Texts;

/**
 * A storefront in a list, with some of what it sells.
 *
 * @param logo media id of its mark, or null
 * @param pictures media ids of its newest goods, at most three
 */
public record Stall(
    String slug, String name, Texts tagline, String accent, String logo, List<String> pictures) {

  public Stall {
    pictures = List.copyOf(pictures);
  }
}
