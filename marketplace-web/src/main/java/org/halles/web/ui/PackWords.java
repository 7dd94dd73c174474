package org.halles.web.ui;

import java.util.ArrayList;
import java.util.List;
import org.halles.marketplace.shared.Packs;

/** How many of something are sold at once, such as {@code 6 au moins, par lots de 6}. */
final class PackWords {

  private PackWords() {}

  static String told(Packs packs, Words words) {
    List<String> said = new ArrayList<>();
    if (packs.least() > 1) {
      said.add(words.of("packs.least", packs.least()));
    }
    if (packs.size() > 1) {
      said.add(words.of("packs.size", packs.size()));
    }
    if (packs.most() < Packs.MOST) {
      said.add(words.of("packs.most", packs.most()));
    }
    return String.join(", ", said);
  }
}
