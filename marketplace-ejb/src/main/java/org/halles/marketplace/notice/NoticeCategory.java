package org.halles.marketplace.notice;

/** What somebody says is wrong. */
public enum NoticeCategory {
  COUNTERFEIT,
  DANGEROUS,
  FORBIDDEN,
  MISLEADING,
  HATE,
  PRIVACY,
  /** Who reports this need not say who they are (Art. 16(2)(c)). */
  CHILD_ABUSE,
  OTHER;

  boolean mayBeAnonymous() {
    return this == CHILD_ABUSE;
  }
}
