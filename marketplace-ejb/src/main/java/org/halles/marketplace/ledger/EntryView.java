package org.halles.marketplace.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A journal entry with its postings.
 *
 * @param template the kind of event, such as {@code capture}
 * @param sourceType what caused it, such as {@code payment-transaction}
 * @param sourceId its id
 * @param day the business day
 * @param reverses the entry it turns round, or null
 */
public record EntryView(
    long id,
    String template,
    String sourceType,
    String sourceId,
    Instant at,
    LocalDate day,
    String reason,
    Long reverses,
    List<PostingView> postings) {

  public EntryView {
    postings = List.copyOf(postings);
  }

  EntryView with(List<PostingView> its) {
    return new EntryView(id, template, sourceType, sourceId, at, day, reason, reverses, its);
  }

  /** The same entry with its postings and those of the other. */
  EntryView and(EntryView rest) {
    return with(Stream.concat(postings.stream(), rest.postings.stream()).toList());
  }
}
