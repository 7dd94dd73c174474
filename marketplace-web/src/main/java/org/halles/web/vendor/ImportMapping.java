package org.halles.web.vendor;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.importing.FileCategory;
import org.halles.marketplace.importing.ImportSettings;
import org.halles.marketplace.importing.Importing;
import org.halles.marketplace.importing.LayoutView;
import org.halles.marketplace.importing.Reception;
import org.halles.spi.CatalogColumn;
import org.halles.web.ui.Language;
import org.halles.web.ui.Say;

/** How a file is to be understood: its language, its currency, its columns, its categories. */
@Named("importMapping")
@RequestScoped
public class ImportMapping {

  @Inject private ImportDesk importDesk;
  @Inject private Desk desk;
  @Inject private Importing importing;
  @Inject private Reception reception;
  @Inject private Categories categories;
  @Inject private Language language;
  @Inject private Say say;

  private ImportSettings settings;
  private List<FileCategory> ofFile;
  private Map<String, String> chosenCategories;
  private Map<String, String> chosenColumns;
  private String fileLanguage;
  private String currency;

  @PostConstruct
  void begin() {
    settings = importDesk.getView().settings();
    fileLanguage = settings.language();
    currency = settings.currency();
    chosenCategories = new LinkedHashMap<>(settings.categories());
    chosenColumns = new LinkedHashMap<>(settings.columns());
  }

  /** Understands the file this way and looks again what would change. */
  public void apply() {
    Map<String, String> kept = new LinkedHashMap<>(chosenCategories);
    kept.values().removeIf(slug -> slug == null || slug.isBlank());
    Map<String, String> columns = new LinkedHashMap<>(chosenColumns);
    columns.values().removeIf(name -> name == null || name.isBlank());
    ImportSettings wanted = new ImportSettings(fileLanguage, currency, columns, kept);
    if (say.trying(() -> importing.remap(desk.scope(), importDesk.id(), wanted))) {
      importDesk.look();
      say.done("imports.mapped");
    }
  }

  /** The categories the file names. */
  public List<FileCategory> getOfFile() {
    if (ofFile == null) {
      ofFile = importing.categories(desk.scope(), importDesk.id());
    }
    return ofFile;
  }

  /** How many of them nobody could tell. */
  public long getUnknown() {
    return getOfFile().stream().filter(category -> category.slug() == null).count();
  }

  /** Columns of the file that the layout does not know; what they say is not used. */
  public List<String> getUnused() {
    List<String> known = columnNames().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    return importDesk.getView().header().stream()
        .filter(name -> !name.isBlank() && !known.contains(name.toLowerCase(Locale.ROOT)))
        .filter(name -> !name.contains(":"))
        .limit(60)
        .toList();
  }

  /** The columns the layout knows and the file has not got. */
  public List<String> getWantedColumns() {
    List<String> there =
        importDesk.getView().header().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    return columnNames().stream()
        .filter(name -> !there.contains(name.toLowerCase(Locale.ROOT)))
        .toList();
  }

  private List<String> columnNames() {
    return reception.layouts().stream()
        .filter(layout -> layout.id().equals(importDesk.getView().format()))
        .map(LayoutView::columns)
        .flatMap(List::stream)
        .map(CatalogColumn::name)
        .toList();
  }

  public List<CategoryView> getTree() {
    return categories.all();
  }

  /** A category with all above it. */
  public String pathOf(CategoryView category) {
    return categories.tree().pathTo(category).stream()
        .map(one -> one.name().in(language.getTag()))
        .collect(Collectors.joining(" › "));
  }

  public String getEverythingElse() {
    return ImportSettings.EVERYTHING_ELSE;
  }

  public Map<String, String> getCategories() {
    return chosenCategories;
  }

  public Map<String, String> getColumns() {
    return chosenColumns;
  }

  public String getFileLanguage() {
    return fileLanguage;
  }

  public void setFileLanguage(String fileLanguage) {
    this.fileLanguage = fileLanguage;
  }

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(String currency) {
    this.currency = currency;
  }
}
