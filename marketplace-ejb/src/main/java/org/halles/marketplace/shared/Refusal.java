package org.halles.marketplace.shared;

import java.util.Map;

/**
 * The marketplace says no, for a reason a person can act on. Unchecked; rolls back; never caught in
 * the domain; mapped once at the edge to a problem document or a message on the page.
 */
public abstract class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What sort of no it is; the edge turns it into a status. */
  public enum Kind {
    /** The input is malformed or out of bounds. */
    INVALID,
    /** Nobody is signed in, or the credentials are wrong. */
    UNAUTHENTICATED,
    /** Signed in, but not allowed. */
    FORBIDDEN,
    /** There is no such thing, or it is not yours. */
    NOT_FOUND,
    /** It collides with what happened meanwhile. */
    CONFLICT,
    /** Somebody edited the thing since you read it. */
    STALE,
    /** Understood, and against a business rule. */
    UNPROCESSABLE,
    /** The payment was declined. */
    PAYMENT,
    /** Too often. */
    TOO_MANY,
    /** Another system is away. */
    GATEWAY_UNAVAILABLE
  }

  private final Kind kind;
  private final String code;
  private final transient Map<String, Object> facts;

  /**
   * @param kind what sort of no
   * @param code stable, in kebab case, such as {@code out-of-stock}; also the key of its
   *     translation
   * @param message what happened and what to do, in English
   * @param facts what the reader or a program needs to know; goes into the problem document
   */
  protected Refusal(Kind kind, String code, String message, Map<String, Object> facts) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.facts = Map.copyOf(facts);
  }

  public Kind kind() {
    return kind;
  }

  public String code() {
    return code;
  }

  public Map<String, Object> facts() {
    return facts;
  }
}
