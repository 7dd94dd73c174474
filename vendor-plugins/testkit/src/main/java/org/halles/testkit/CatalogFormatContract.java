package org.halles.testkit;

import static org.halles.testkit.Promise.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.halles.spi.CatalogArticle;
import org.halles.spi.CatalogEntry;
import org.halles.spi.CatalogFact;
import org.halles.spi.CatalogField;
import org.halles.spi.CatalogFormat;
import org.halles.spi.CatalogReader;
import org.halles.spi.CatalogRow;
import org.halles.spi.CatalogShape;
import org.halles.spi.CatalogWriter;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

/** What Halles relies on in every {@link CatalogFormat}. Extend it and hand it yours. */
public abstract class CatalogFormatContract {

  private static final CatalogShape SHAPE =
      new CatalogShape("fr", List.of("fr", "en"), List.of("brand"), List.of("size"), 1, 1, 1);

  /** The format, as the server would make it. */
  protected abstract CatalogFormat format();

  @Test
  void it_has_a_stable_name_that_fits_an_address() {
    check(asked().id().matches("[a-z][a-z0-9-]{1,30}"), "id '%s'", asked().id());
    check(asked().id().equals(asked().id()), "the id changes");
    check(!asked().name().isBlank(), "the format has no name");
  }

  @Test
  void it_is_sure_of_what_it_wrote_itself_and_not_of_anything() {
    int own = asked().certainty(asked().writer(SHAPE).header());
    check(own > 50 && own <= 100, "it is %d %% sure of its own header", own);
    for (List<String> foreign :
        List.of(List.<String>of(), List.of(""), List.of("a", "b"), List.of("PK\u0003\u0004"))) {
      int certainty = asked().certainty(foreign);
      check(certainty == 0, "it is %d %% sure of the header %s", certainty, foreign);
    }
  }

  @Test
  void columns_have_names_and_say_which_are_needed() {
    Set<String> names = new HashSet<>();
    asked()
        .columns()
        .forEach(column -> check(names.add(column.name()), "column %s comes twice", column.name()));
    check(
        asked().columns().stream().anyMatch(column -> column.needed()),
        "no column is needed: say which make a listing");
  }

  @Test
  void rows_are_as_long_as_the_header() {
    CatalogWriter writer = asked().writer(SHAPE);
    int columns = writer.header().size();
    check(new HashSet<>(writer.header()).size() == columns, "a column of the header comes twice");
    for (CatalogArticle article : List.of(plain(), withSizes())) {
      for (List<String> row : writer.rows(article)) {
        check(row.size() == columns, "a row of %d cells under %d columns", row.size(), columns);
        check(row.stream().noneMatch(cell -> cell == null), "a cell is null: leave it empty");
      }
    }
  }

  @Test
  void what_it_wrote_it_reads_again() {
    for (CatalogArticle article : List.of(plain(), withSizes())) {
      List<CatalogEntry> entries = read(article);
      check(
          entries.stream().map(CatalogEntry::article).distinct().count() == 1,
          "one listing is read as several: %s",
          entries);
      check(
          entries.stream().allMatch(entry -> entry.problems().isEmpty()),
          "it complains about what it wrote: %s",
          entries);
      check(
          entries.stream().allMatch(entry -> entry.remarks().isEmpty()),
          "it remarks on what it wrote, where nothing is to be looked at: %s",
          entries);
      said(entries, CatalogField.TITLE, article.titleIn("fr"));
      said(entries, CatalogField.DESCRIPTION, article.descriptionIn("fr"));
      for (CatalogArticle.Variant variant : article.variants()) {
        said(entries, CatalogField.SKU, variant.sku());
        said(entries, CatalogField.PRICE, variant.price().toDecimal().toPlainString());
        said(entries, CatalogField.STOCK, String.valueOf(variant.stock()));
        variant.options().values().forEach(value -> said(entries, CatalogField.OPTION, value));
      }
    }
  }

  @Test
  void rows_that_say_nothing_or_nonsense_do_not_stop_it() {
    List<String> header = asked().writer(SHAPE).header();
    CatalogReader reader = asked().reader(header);
    for (String nonsense : List.of("", "  ", "=1+1", "\uFFFD", "a=b=c,,|", "x".repeat(50_000))) {
      CatalogRow row = CatalogRow.of(7, header, header.stream().map(column -> nonsense).toList());
      reader.look(row);
      Optional<CatalogEntry> entry = reader.read(row);
      check(entry != null, "null for a row of '%s': answer Optional.empty()", nonsense);
      check(!nonsense.isBlank() || entry.isEmpty(), "an empty row says something: %s", entry);
    }
  }

  @Test
  void files_do_not_know_of_each_other() {
    List<CatalogEntry> first = read(withSizes());
    check(first.equals(read(withSizes())), "the second reading differs from the first");
  }

  private List<CatalogEntry> read(CatalogArticle article) {
    CatalogWriter writer = asked().writer(SHAPE);
    List<CatalogRow> rows = new ArrayList<>();
    for (List<String> cells : writer.rows(article)) {
      rows.add(CatalogRow.of(rows.size() + 2L, writer.header(), cells));
    }
    CatalogReader reader = asked().reader(writer.header());
    if (reader.looksAhead()) {
      rows.forEach(reader::look);
    }
    return rows.stream().flatMap(row -> reader.read(row).stream()).toList();
  }

  private static void said(List<CatalogEntry> entries, CatalogField field, String value) {
    List<String> values =
        entries.stream()
            .flatMap(entry -> entry.facts().stream())
            .filter(fact -> fact.field() == field)
            .map(CatalogFact::value)
            .toList();
    check(values.contains(value), "of %s it reads %s, not '%s'", field, values, value);
  }

  private static CatalogArticle plain() {
    return article("bol-bleu", List.of(variant("BOL", Map.of(), 1_250, 3)));
  }

  private static CatalogArticle withSizes() {
    return article(
        "chemise",
        List.of(
            variant("CH-S", Map.of("size", "S"), 4_990, 0),
            variant("CH-XL", Map.of("size", "XL, long"), 5_200, 12)));
  }

  private static CatalogArticle article(String handle, List<CatalogArticle.Variant> variants) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("fr", "Chose « bleue », n° 1");
    words.put("en", "Blue thing");
    return new CatalogArticle(
        handle,
        "goods",
        words,
        Map.of("fr", "<p>Émaillé,\nà la main</p>", "en", "<p>Hand-glazed</p>"),
        "vaisselle",
        List.of("Maison", "Vaisselle"),
        true,
        Map.of("brand", "Noir"),
        variants,
        List.of(new CatalogArticle.Image("https://shop.example/a.jpg", "un bol")));
  }

  private static CatalogArticle.Variant variant(
      String sku, Map<String, String> options, long cents, int stock) {
    return new CatalogArticle.Variant(
        sku, options, Money.of(cents, "EUR"), stock, "new", 2, 450, null, null);
  }

  /** The same, with a limit for every call. */
  private CatalogFormat asked() {
    return Bounded.of(this, CatalogFormat.class, format(), Duration.ofSeconds(10));
  }
}
