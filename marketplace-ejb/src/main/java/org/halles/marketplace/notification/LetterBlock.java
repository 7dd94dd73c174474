package org.halles.marketplace.notification;

/**
 * One paragraph of a letter.
 *
 * @param kind how it is set
 * @param text plain text, maybe of several lines
 * @param href where a button leads, else null
 */
public record LetterBlock(Kind kind, String text, String href) {

  /** How a paragraph is set. */
  public enum Kind {
    PARAGRAPH,
    BUTTON,
    SMALL
  }
}
