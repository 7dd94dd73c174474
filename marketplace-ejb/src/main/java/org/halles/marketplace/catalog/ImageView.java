package org.halles.marketplace.catalog;

import org.halles.marketplace.shared.Texts;

/** A stored picture and what is on it. */
public record ImageView(String media, Texts alt) {}
