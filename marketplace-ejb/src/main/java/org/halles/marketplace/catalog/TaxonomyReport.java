package org.halles.marketplace.catalog;

import java.util.List;

/**
 * What an import of a taxonomy did, or would do.
 *
 * @param applied false if it was only a rehearsal
 * @param read categories in the files together
 * @param added new in the tree
 * @param renamed with another name in a language
 * @param moved below another one
 * @param unchanged there already, as they are
 * @param inOneLanguage named in one of the languages only
 * @param examples some of what is new or changed, as {@code added: Maison > Vases}
 * @param errors every line that cannot be read, at most a hundred
 */
public record TaxonomyReport(
    boolean applied,
    int read,
    int added,
    int renamed,
    int moved,
    int unchanged,
    int inOneLanguage,
    List<String> examples,
    List<Fault> errors) {

  /** A line that cannot be read. */
  public record Fault(String language, int line, String message, String value) {}
}
