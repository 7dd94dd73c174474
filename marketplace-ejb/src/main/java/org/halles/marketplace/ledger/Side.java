package org.halles.marketplace.ledger;

/** The two sides of an account. */
public enum Side {
  DEBIT('D'),
  CREDIT('C');

  private final char letter;

  Side(char letter) {
    this.letter = letter;
  }

  /** As stored: D or C. */
  public char letter() {
    return letter;
  }

  public Side other() {
    return this == DEBIT ? CREDIT : DEBIT;
  }

  static Side of(String letter) {
    return letter.equals("D") ? DEBIT : CREDIT;
  }
}
