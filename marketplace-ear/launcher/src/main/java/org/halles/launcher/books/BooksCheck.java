package org.halles.launcher.books;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.halles.launcher.client.Api;

/** {@code halles books}: every check of the ledger, what it looked at and what it found. */
public final class BooksCheck {
  /** Over a large book it takes minutes. */
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final JsonNode report;

  private BooksCheck(JsonNode report) {
    this.report = report;
  }

  /** Has the marketplace check its books now. */
  public static BooksCheck of(Api operator) {
    return ask(operator, "/api/v1/operator/books");
  }

  /** Has it check what came since they were last found right. */
  public static BooksCheck ofNew(Api operator) {
    return ask(operator, "/api/v1/operator/books?scope=new");
  }

  private static BooksCheck ask(Api operator, String path) {
    return new BooksCheck(operator.waiting(LONGEST).get(path).expect(200).json());
  }

  /**
   * Prints the verdict.
   *
   * @param everyCheck whether checks that found nothing are printed too
   * @return true if the books balance, and every gateway answered
   */
  public boolean print(boolean everyCheck) {
    int failed = 0;
    if (!report.path("since").isMissingNode() && !report.path("since").isNull()) {
      System.out.println("checked: what came since " + report.path("since").asText());
    }
    for (JsonNode check : report.path("checks")) {
      boolean ok = check.path("ok").asBoolean();
      failed += ok ? 0 : 1;
      if (everyCheck || !ok || !check.path("unasked").isEmpty()) {
        print(check, ok);
      }
    }
    boolean balanced = report.path("balanced").asBoolean() && failed == 0;
    boolean complete = report.path("complete").asBoolean(true);
    System.out.printf(
        "%-34s %s (%d checks, %d failed)%n",
        "books",
        !balanced ? "NOT BALANCED" : complete ? "balanced" : "NOT EXAMINED IN FULL",
        report.path("checks").size(),
        failed);
    return balanced && complete;
  }

  private static void print(JsonNode check, boolean ok) {
    boolean applies = check.path("applies").asBoolean(true);
    System.out.printf(
        "  %-4s %-6s %,12d examined  %s%n",
        check.path("id").asText(),
        !ok ? "FAILED" : !applies ? "n/a" : check.path("unasked").isEmpty() ? "ok" : "unseen",
        check.path("examined").asLong(),
        check.path("title").asText());
    String note = check.path("note").asText("");
    if (!note.isEmpty()) {
      System.out.println("         " + note);
    }
    check.path("violations").forEach(violation -> System.out.println("         " + violation));
  }
}
