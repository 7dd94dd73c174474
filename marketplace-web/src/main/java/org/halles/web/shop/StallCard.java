package org.halles.web.shop;

import java.util.List;
import org.halles.marketplace.search.Stall;

/** A storefront as a card shows it. */
public record StallCard(
    String href, String name, String line, String accent, String mark, List<String> pictures) {

  static StallCard of(Stall stall, String language) {
    return new StallCard(
        "/" + language + "/s/" + stall.slug(),
        stall.name(),
        stall.tagline().in(language),
        stall.accent(),
        stall.logo() == null ? null : "/media/" + stall.logo(),
        stall.pictures().stream().map(picture -> "/media/" + picture).toList());
  }
}
