package org.halles.marketplace.dispute;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * A dispute as it is told.
 *
 * @param orderGroup number of the purchase
 * @param parts the vendors' orders it is about
 * @param reason the buyer's, or the bank's word
 * @param amount what is disputed; to a vendor of several its own part
 * @param fee what the gateway keeps for a chargeback
 * @param answerBy until when somebody should answer
 * @param evidenceBy of a chargeback: until when vendors bring what speaks against it, else null
 * @param escalatedAt when nobody had answered in time, or null
 * @param refunded what went back to the buyer, or null while it is not decided
 * @param decision in words, or null
 * @param statements what was said, oldest first; empty in lists
 */
public record DisputeView(
    UUID id,
    String number,
    DisputeKind kind,
    DisputeStatus status,
    String orderGroup,
    List<Part> parts,
    String reason,
    Money amount,
    Money fee,
    Instant openedAt,
    Instant answerBy,
    Instant evidenceBy,
    Instant escalatedAt,
    Instant decidedAt,
    Money refunded,
    String decision,
    List<Statement> statements) {

  public DisputeView {
    parts = List.copyOf(parts);
    statements = List.copyOf(statements);
  }

  /** One vendor's order. */
  public record Part(String number, String vendor, String slug) {}

  /**
   * @param author {@code BUYER}, {@code VENDOR} or {@code OPERATOR}
   */
  public record Statement(String author, String body, Instant at, List<File> files) {

    public Statement {
      files = List.copyOf(files);
    }
  }

  /**
   * A file that shows something.
   *
   * @param sent whether the bank was sent it
   */
  public record File(UUID id, String name, String contentType, int bytes, boolean sent) {}

  DisputeView with(List<Statement> said) {
    return new DisputeView(
        id,
        number,
        kind,
        status,
        orderGroup,
        parts,
        reason,
        amount,
        fee,
        openedAt,
        answerBy,
        evidenceBy,
        escalatedAt,
        decidedAt,
        refunded,
        decision,
        said);
  }
}
