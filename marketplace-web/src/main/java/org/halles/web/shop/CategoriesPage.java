package org.halles.web.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.halles.marketplace.search.Crate;
import org.halles.marketplace.search.Crates;
import org.halles.web.ui.Language;

/** All categories: each top one with what is below it. */
@Named
@RequestScoped
public class CategoriesPage {

  /** A top category and those directly below it. */
  public record Row(CrateCard top, List<CrateCard> crates) {}

  private Crates crates;
  private Language language;

  protected CategoriesPage() {}

  @Inject
  CategoriesPage(Crates crates, Language language) {
    this.crates = crates;
    this.language = language;
  }

  public void open() {
    PublicPage.keepForAMoment();
  }

  public List<Row> getRows() {
    return crates.below(null).stream().map(this::row).toList();
  }

  private Row row(Crate top) {
    CrateCard whole = CrateCard.of(top, language.getTag());
    List<CrateCard> parts =
        crates.below(top.category()).stream()
            .map(crate -> CrateCard.of(crate, language.getTag()))
            .toList();
    return new Row(whole, parts.isEmpty() ? List.of(whole) : parts);
  }
}
