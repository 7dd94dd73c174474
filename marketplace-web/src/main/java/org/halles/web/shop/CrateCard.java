package org.halles.web.shop;

import org.halles.marketplace.search.Crate;

/** A category as a card shows it. */
public record CrateCard(String href, String name, long count, String image) {

  static CrateCard of(Crate crate, String language) {
    return new CrateCard(
        "/" + language + "/c/" + crate.category().slug(),
        crate.category().name().in(language),
        crate.count(),
        crate.picture() == null ? null : "/media/" + crate.picture());
  }
}
