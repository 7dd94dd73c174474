package org.halles.marketplace.request;

/** What can be asked for. */
public enum RequestKind {
  GOODS,
  SERVICE
}
