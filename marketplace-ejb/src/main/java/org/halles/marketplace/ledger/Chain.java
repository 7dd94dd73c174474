package org.halles.marketplace.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.ledger.SealedPostings.Line;
import org.halles.marketplace.ledger.SealedPostings.Place;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;

/** Proves that what was sealed is still there as it was. */
@ApplicationScoped
public class Chain {

  /**
   * What came of it.
   *
   * @param seals how many links were followed
   * @param postings how many sealed postings were read again
   * @param violations what does not fit, in words
   */
  public record Proof(long seals, long postings, List<String> violations) {

    public Proof {
      violations = List.copyOf(violations);
    }
  }

  private record Link(SealView seal, String from, String below) {}

  private record Part(
      int number, Place last, long first, long lastEntry, int size, String digest) {}

  private static final int MOST_WORDS = 100;

  private Database database;
  private SealedPostings postings;

  protected Chain() {}

  @Inject
  public Chain(Database database, SealedPostings postings) {
    this.database = database;
    this.postings = postings;
  }

  /**
   * Follows the whole chain, and reads again what later seals than this one cover.
   *
   * @param trusted the number of a seal; 0 reads everything again
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public Proof prove(long trusted) {
    List<String> wrong = new ArrayList<>();
    List<Link> links =
        database.listPatiently(
            "select s.*, from_tx::text as from_text, below_tx::text as below_text"
                + " from book_seal s order by number",
            Chain::link);
    String previous = "";
    String from = "0";
    long read = 0;
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(i);
      if (link.seal().number() != i + 1
          || !link.seal().previous().equals(previous)
          || !link.from().equals(from)
          || !link.seal().digest().equals(digestOf(link))) {
        wrong.add("seal " + link.seal().number() + " does not fit the one before it");
      }
      if (link.seal().number() > trusted) {
        read += proveContent(link, wrong);
      }
      previous = link.seal().digest();
      from = link.below();
    }
    return new Proof(links.size(), read, wrong.stream().limit(MOST_WORDS).toList());
  }

  /** The number of the last seal, or 0; part of the caller's transaction. */
  public long last() {
    return database
        .find("select coalesce(max(number), 0) as last from book_seal", row -> row.whole("last"))
        .orElse(0L);
  }

  private long proveContent(Link link, List<String> wrong) {
    Digests content = new Digests();
    Place place = Place.before(link.from());
    long read = 0;
    List<Part> parts = partsOf(link.seal().number());
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      List<Line> lines = postings.between(place, part.last());
      if (i == parts.size() - 1) {
        lines = new ArrayList<>(lines);
        lines.addAll(postings.after(part.last(), link.below(), Seals.PART));
      }
      String digest = SealParts.digest(lines);
      if (!digest.equals(part.digest())) {
        wrong.add(words(link.seal(), part, lines.size()));
      }
      content.add(part.digest());
      read += lines.size();
      place = part.last();
    }
    if (!content.finish().equals(link.seal().content())) {
      wrong.add("the parts of seal " + link.seal().number() + " are not those it was made of");
    }
    return read;
  }

  private static String words(SealView seal, Part part, int found) {
    return "what seal %d of %s closed was changed: entries %d to %d, %d postings sealed, %d found"
        .formatted(seal.number(), seal.day(), part.first(), part.lastEntry(), part.size(), found);
  }

  private List<Part> partsOf(long seal) {
    return database.listPatiently(
        "select *, last_tx::text as tx from book_seal_part where seal = ? order by part",
        row ->
            new Part(
                row.integer("part"),
                new Place(row.text("tx"), row.whole("last_posting")),
                row.whole("first_entry"),
                row.whole("last_entry"),
                row.integer("postings"),
                row.text("digest")),
        seal);
  }

  private static Link link(Row row) throws SQLException {
    return new Link(Seals.read(row), row.text("from_text"), row.text("below_text"));
  }

  private static String digestOf(Link link) {
    SealView seal = link.seal();
    return Seals.digest(
        seal.number(),
        seal.day(),
        link.from(),
        link.below(),
        seal.entries(),
        seal.postings(),
        seal.content(),
        seal.previous());
  }
}
