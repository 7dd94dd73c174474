package org.halles.marketplace.webhook;

/** Why a receiver did not take a message. */
public enum AttemptFault {
  /** It answered, but not with 2xx. */
  REFUSED,
  /** It answered 410: it wants no more. */
  GONE,
  /** It sent us elsewhere; we do not go. */
  REDIRECTED,
  /** It did not answer in time. */
  TIMED_OUT,
  /** Nobody is there, or the connection broke. */
  UNREACHABLE,
  /** Its certificate is not to be trusted. */
  UNTRUSTED,
  /** Its address is none that we call. */
  ADDRESS
}
