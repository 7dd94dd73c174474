package org.halles.spi;

import java.util.ArrayList;
import java.util.List;

/**
 * What one row says. Rows of one article need not stand together: the platform puts them together,
 * in the order of the rows. A row that says anything of a variant speaks of one variant.
 *
 * @param article the same for all rows of one listing, such as a handle or a parent's SKU
 * @param facts in the order of the columns; empty cells are left out
 * @param problems what cannot be taken; the article is then left as it is and the vendor is told
 * @param remarks what the vendor should look at, such as a row that contradicts itself; the article
 *     goes in nevertheless. Since SPI 1.10
 */
public record CatalogEntry(
    String article,
    List<CatalogFact> facts,
    List<CatalogProblem> problems,
    List<CatalogProblem> remarks) {

  public CatalogEntry {
    if (article == null || article.isBlank()) {
      throw new IllegalArgumentException("a row says which article it speaks of");
    }
    facts = List.copyOf(facts);
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
  }

  /** A row about which nothing is to be remarked. */
  public CatalogEntry(String article, List<CatalogFact> facts, List<CatalogProblem> problems) {
    this(article, facts, problems, List.of());
  }

  /** Begins to say what a row says. */
  public static Builder of(String article, CatalogRow row) {
    return new Builder(article, row);
  }

  /** Collects facts; whatever is empty is no fact. */
  public static final class Builder {

    private final String article;
    private final CatalogRow row;
    private final List<CatalogFact> facts = new ArrayList<>();
    private final List<CatalogProblem> problems = new ArrayList<>();
    private final List<CatalogProblem> remarks = new ArrayList<>();

    private Builder(String article, CatalogRow row) {
      this.article = article;
      this.row = row;
    }

    /** The cell of the first of these columns that is filled. */
    public Builder take(CatalogField field, String... columns) {
      String column = row.firstOf(columns);
      return say(field, "", row.cell(column), column);
    }

    /** A fact with a name, or one that was calculated. */
    public Builder say(CatalogField field, String name, String value, String column) {
      if (value != null && !value.isBlank()) {
        facts.add(new CatalogFact(field, name.strip(), value.strip(), column));
      }
      return this;
    }

    /** Something that cannot be taken: the article is left as it is. */
    public Builder problem(CatalogProblem problem) {
      problems.add(problem);
      return this;
    }

    /** Something the vendor should look at; the article goes in. Since SPI 1.10. */
    public Builder remark(CatalogProblem remark) {
      remarks.add(remark);
      return this;
    }

    public CatalogEntry build() {
      return new CatalogEntry(article, facts, problems, remarks);
    }
  }
}
