package org.halles.marketplace.catalog;

import org.halles.marketplace.shared.CleanHtml;
import org.halles.marketplace.shared.Texts;

/** What vendors write about their things, so that it can be shown as it is. */
final class Description {

  private Description() {}

  /** Text, lists, tables, links and emphasis stay; plain text becomes paragraphs. */
  static Texts clean(Texts written) {
    return CleanHtml.clean(written);
  }

  static String clean(String written) {
    return CleanHtml.clean(written);
  }
}
