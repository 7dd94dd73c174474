package org.halles.api.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.shared.Violation;

/**
 * What went wrong, for a program and for the person who reads its log (RFC 9457).
 *
 * @param code stable, in kebab case; the end of the type URI
 * @param status the HTTP status
 * @param detail what happened and what to do
 * @param violations what is wrong with the input; empty if it is not about input
 * @param facts further members, such as the changes of a quote
 */
public record Problem(
    String code, int status, String detail, List<Violation> violations, Map<String, Object> facts) {

  /** The media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A fact of this name also becomes the {@code Retry-After} header. */
  public static final String RETRY_AFTER = "retryAfterSeconds";

  private static final String TYPES = "https://halles.org/problems/";

  public Problem {
    violations = List.copyOf(violations);
    facts = Map.copyOf(facts);
  }

  public static Problem of(String code, int status, String detail) {
    return new Problem(code, status, detail, List.of(), Map.of());
  }

  /** The problem that a refusal of the domain is. */
  public static Problem of(Refusal refusal) {
    List<Violation> violations =
        refusal instanceof InvalidInput input ? input.violations() : List.of();
    return new Problem(
        refusal.code(),
        status(refusal.kind()),
        refusal.getMessage(),
        violations,
        refusal.facts() == null ? Map.of() : refusal.facts());
  }

  /** The problem of input that is wrong in these ways. */
  public static Problem of(List<Violation> violations) {
    return of(new InvalidInput(violations));
  }

  /** The same, told in these words. */
  Problem saying(String words, List<Violation> anew) {
    return new Problem(code, status, words, anew, facts);
  }

  private static int status(Refusal.Kind kind) {
    return switch (kind) {
      case INVALID -> 400;
      case UNAUTHENTICATED -> 401;
      case PAYMENT -> 402;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case STALE -> 412;
      case UNPROCESSABLE -> 422;
      case TOO_MANY -> 429;
      case GATEWAY_UNAVAILABLE -> 502;
    };
  }

  /** The members of the JSON document, in the order people read them. */
  @JsonValue
  public Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", TYPES + code);
    members.put("title", title());
    members.put("status", status);
    members.put("detail", detail);
    if (!violations.isEmpty()) {
      members.put("violations", violations.stream().map(Problem::members).toList());
    }
    facts.forEach(members::putIfAbsent);
    return members;
  }

  private static Map<String, Object> members(Violation violation) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("field", violation.field());
    members.put("message", violation.message());
    if (violation.value() != null) {
      members.put("value", violation.value());
    }
    return members;
  }

  private String title() {
    List<String> words = new ArrayList<>(List.of(code.split("-")));
    String first = words.get(0);
    words.set(0, first.substring(0, 1).toUpperCase(Locale.ROOT) + first.substring(1));
    return String.join(" ", words);
  }
}
