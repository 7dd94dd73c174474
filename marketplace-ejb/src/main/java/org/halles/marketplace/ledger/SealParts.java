package org.halles.marketplace.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.halles.marketplace.ledger.SealedPostings.Line;
import org.halles.marketplace.shared.Database;

/** The parts of a seal being made. */
final class SealParts {

  private record Part(Line last, long firstEntry, long lastEntry, int postings, String digest) {}

  private final List<Part> parts = new ArrayList<>();
  private final Set<Long> entries = new HashSet<>();
  private long postings;

  void add(List<Line> lines) {
    lines.forEach(line -> entries.add(line.entry()));
    postings += lines.size();
    parts.add(
        new Part(
            lines.get(lines.size() - 1),
            lines.stream().mapToLong(Line::entry).min().orElseThrow(),
            lines.stream().mapToLong(Line::entry).max().orElseThrow(),
            lines.size(),
            digest(lines)));
  }

  static String digest(List<Line> lines) {
    Digests digest = new Digests();
    lines.forEach(line -> digest.add(line.words()));
    return digest.finish();
  }

  long entries() {
    return entries.size();
  }

  long postings() {
    return postings;
  }

  String content() {
    Digests digest = new Digests();
    parts.forEach(part -> digest.add(part.digest()));
    return digest.finish();
  }

  void write(Database database, long seal) {
    database.update(
        """
        insert into book_seal_part (seal, part, last_tx, last_posting, first_entry, last_entry,
                                    postings, digest)
        select ?, part.* from (
          select row_number() over () as part, p.tx::xid8, p.posting, p.first, p.last, p.postings,
                 p.digest
            from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::int[], ?::text[])
                 as p (tx, posting, first, last, postings, digest)) as part
        """,
        seal,
        texts(part -> part.last().place().tx()),
        texts(part -> part.last().place().posting()),
        texts(Part::firstEntry),
        texts(Part::lastEntry),
        texts(Part::postings),
        texts(Part::digest));
  }

  private String[] texts(Function<Part, Object> value) {
    return parts.stream().map(part -> String.valueOf(value.apply(part))).toArray(String[]::new);
  }
}
