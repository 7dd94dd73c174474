package org.halles.marketplace.notification;

/** How far a letter has come. */
public enum LetterStatus {
  /** Not sent yet: fresh, or the mail server does not take it now. */
  WAITING,
  /** The mail server has it. */
  SENT,
  /** Given up after days of trying; an operator may have it tried again. */
  UNDELIVERABLE
}
