package org.halles.api.problem;

import jakarta.persistence.OptimisticLockException;
import jakarta.resource.ResourceException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.shared.Stale;
import org.jboss.logging.Logger;

/**
 * What lies at the bottom of an unexpected exception: a refusal that a container wrapped, a
 * collision with somebody else's edit, a database that is away, or a bug. A bug is logged with a
 * reference, which is all that the caller learns of it.
 */
public final class Trouble {

  private static final Logger LOG = Logger.getLogger(Trouble.class);
  private static final int DEEPEST = 20;

  private Trouble() {}

  /**
   * The problem to answer with.
   *
   * @param conditional true if the request carried {@code If-Match}
   */
  public static Problem problem(Throwable thrown, boolean conditional) {
    List<Throwable> causes = causes(thrown);
    return causes.stream()
        .map(cause -> known(cause, conditional))
        .flatMap(Optional::stream)
        .findFirst()
        .map(problem -> logged(problem, thrown))
        .orElseGet(() -> bug(thrown));
  }

  private static Optional<Problem> known(Throwable cause, boolean conditional) {
    if (cause instanceof Refusal refusal) {
      return Optional.of(Problem.of(refusal));
    }
    if (cause instanceof BodyTooLarge body) {
      return Optional.of(body.problem());
    }
    if (cause instanceof OptimisticLockException) {
      return Optional.of(conditional ? Problem.of(new Stale()) : collision());
    }
    if (cause instanceof SQLException sql) {
      return sql(sql.getSQLState() == null ? "08" : sql.getSQLState());
    }
    if (cause instanceof ResourceException || cause instanceof ConnectException) {
      return Optional.of(away());
    }
    return Optional.empty();
  }

  /** After appendix A of the PostgreSQL manual. */
  private static Optional<Problem> sql(String state) {
    return Optional.ofNullable(
        switch (state.substring(0, 2)) {
          case "08", "57", "58", "53" -> away();
          case "40", "55", "25" -> busy();
          case "23" -> collision();
          case "22" ->
              Problem.of("invalid-input", 400, "a value is not one that can be kept: shorten it");
          default -> null;
        });
  }

  /** The database does not answer. */
  public static Problem away() {
    return new Problem(
        "temporarily-unavailable",
        503,
        "the database does not answer: nothing was changed, try again in a few seconds",
        List.of(),
        Map.of(Problem.RETRY_AFTER, 5));
  }

  private static Problem busy() {
    return new Problem(
        "busy",
        409,
        "somebody else is changing the same thing: nothing was changed, try again",
        List.of(),
        Map.of(Problem.RETRY_AFTER, 1));
  }

  private static Problem collision() {
    return Problem.of(
        "conflict", 409, "this collides with what somebody else changed: read it again");
  }

  /**
   * Expected refusals need no log; what the database had to refuse should have been caught before.
   */
  private static Problem logged(Problem problem, Throwable thrown) {
    if (problem.code().equals("invalid-input") && problem.violations().isEmpty()) {
      LOG.warn("the database refused a value that validation let through", thrown);
    }
    if (problem.status() == 503) {
      LOG.warnf("database away: %s", thrown.toString());
    }
    return problem;
  }

  private static Problem bug(Throwable thrown) {
    String reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    LOG.errorf(thrown, "unexpected, reference %s", reference);
    return new Problem(
        "internal-error",
        500,
        "this should not happen and was written down; when you report it, name the reference",
        List.of(),
        Map.of("reference", reference));
  }

  private static List<Throwable> causes(Throwable thrown) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable at = thrown;
        at != null && causes.size() < DEEPEST && !causes.contains(at);
        at = at.getCause()) {
      causes.add(at);
    }
    return causes;
  }
}
