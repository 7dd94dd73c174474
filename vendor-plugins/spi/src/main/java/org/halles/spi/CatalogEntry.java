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
 */
public record CatalogEntry(String article, List<CatalogFact> facts, List<CatalogProblem> problems) {

  public CatalogEntry {
    if (article == null || article.isBlank()) {
      throw new IllegalArgumentException("a row says which article it speaks of");
    }
    facts = List.copyOf(facts);
    problems = List.copyOf(problems);
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

    public Builder problem(CatalogProblem problem) {
      problems.add(problem);
      return this;
    }

    public CatalogEntry build() {
      return new CatalogEntry(article, facts, problems);
    }
  }
}
