package org.halles.marketplace.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.halles.marketplace.catalog.FieldChange;
import org.halles.marketplace.catalog.StockPlaceInput;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.VendorScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTest {

  private static final String BOWLS =
      """
      handle,title:fr,title:en,description:fr,category,sku,option:size,price,currency,stock,attribute:brand
      bol,Bol bleu,Blue bowl,"Émaillé, à la main",divers,B-S,S,12.50,EUR,3,Noir
      bol,,,,,B-L,L,18,EUR,1,
      vase,Vase,,,divers,V-1,,"1 234,50",EUR,,
      """;

  @TempDir Path home;
  private SampleImports imports;
  private VendorScope vendor;

  @BeforeEach
  void openTheMarket() {
    imports = new SampleImports(home);
    vendor = imports.vendor();
  }

  @Test
  void rows_of_one_handle_become_one_listing_and_the_same_file_again_changes_nothing() {
    ImportView first = imports.run(vendor, BOWLS);
    ImportView second = imports.run(vendor, BOWLS);

    assertThat(first.status()).isEqualTo(ImportStatus.COMPLETED);
    assertThat(counts(first)).isEqualTo("rows 3, created 2, updated 0, unchanged 0, failed 0");
    assertThat(counts(second)).isEqualTo("rows 3, created 0, updated 0, unchanged 2, failed 0");
    assertThat(imports.listings(vendor)).isEqualTo(2);
  }

  @Test
  void a_dry_run_shows_every_field_that_would_change_and_changes_none() {
    imports.run(vendor, BOWLS);
    String edited = BOWLS.replace("12.50", "13.00").replace("Blue bowl", "Azure bowl");

    ImportView dry =
        imports.finish(
            vendor, imports.receive(vendor, null, true, stream(edited, StandardCharsets.UTF_8)));

    assertThat(counts(dry)).isEqualTo("rows 3, created 0, updated 1, unchanged 1, failed 0");
    List<FieldChange> changes =
        imports
            .importing
            .items(vendor, dry.id(), Outcome.UPDATED, Paging.first())
            .items()
            .get(0)
            .changes();
    assertThat(changes)
        .containsExactlyInAnyOrder(
            new FieldChange("title.en", null, "Blue bowl", "Azure bowl"),
            new FieldChange("price", "B-S", "12.50 EUR", "13.00 EUR"));
    assertThat(counts(imports.run(vendor, BOWLS))).contains("unchanged 2");
  }

  @Test
  void what_a_dry_run_found_out_can_be_done() {
    UUID id = imports.receive(vendor, "halles", true, stream(BOWLS, StandardCharsets.UTF_8));
    assertThat(counts(imports.finish(vendor, id))).contains("created 2");
    assertThat(imports.listings(vendor)).isZero();

    imports.real.inTransaction(() -> imports.importing.start(vendor, id));
    ImportView done = imports.finish(vendor, id);

    assertThat(done.dryRun()).isFalse();
    assertThat(counts(done)).contains("created 2, updated 0, unchanged 0, failed 0");
    assertThat(imports.listings(vendor)).isEqualTo(2);
  }

  @Test
  void everything_wrong_is_told_by_row_column_and_value_and_the_rest_goes_in() {
    ImportView view =
        imports.run(
            vendor,
            """
            sku,title,price,currency,stock,gtin,weight_grams
            OK,Fine,10,EUR,1,,
            P,Bad price,cheap,EUR,1,,
            Q,Bad stock and code,10,EUR,many,123,
            ,,5,EUR,,,
            M,No price,,EUR,,,
            """);

    assertThat(counts(view)).isEqualTo("rows 5, created 1, updated 0, unchanged 0, failed 4");
    List<ImportProblem> errors = errors(view);
    assertThat(errors)
        .extracting(problem -> problem.row() + " " + problem.field() + " " + problem.value())
        .contains("3 price cheap", "4 stock many", "5 sku ", "6 price null");
    assertThat(errors).allSatisfy(one -> assertThat(one.message().in("fr")).isNotBlank());
  }

  @Test
  void what_a_file_does_not_say_stays_as_it_is() {
    imports.run(vendor, BOWLS);

    ImportView view = imports.run(vendor, "sku,title,price\nB-L,,19.90\n");

    assertThat(counts(view)).contains("updated 1", "failed 0");
    ImportItem item =
        imports.importing.items(vendor, view.id(), null, Paging.first()).items().get(0);
    assertThat(item.changes())
        .containsExactly(new FieldChange("price", "B-L", "18.00 EUR", "19.90 EUR"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"halles", "shopify", "woocommerce", "magento"})
  void an_export_that_comes_back_changes_nothing(String format) {
    imports.run(vendor, BOWLS);
    imports.run(
        vendor,
        """
        handle,title,category,sku,option:couleur,option:taille,price,attribute:note,weight_grams
        x,"=Formule; ""x"" et plus",divers,X-1,"Bleu, nuit","a|b=c",10,"<b>2,5</b>",1250
        y,-,divers,Y-1,,,7.5,,
        """);

    String file = imports.export(vendor, format);
    ImportView again =
        imports.finish(
            vendor, imports.receive(vendor, format, false, stream(file, StandardCharsets.UTF_8)));

    assertThat(counts(again))
        .as("%s%n%s", file, imports.problems(vendor, again.id()))
        .endsWith("created 0, updated 0, unchanged 4, failed 0");
    assertThat(file).doesNotContain("\n=", ",=", "\"=");
  }

  @Test
  void an_import_that_is_killed_goes_on_at_the_right_row() {
    String file =
        "handle,title,sku,price\n"
            + IntStream.range(0, 130)
                .mapToObj(
                    number -> "h%d,Thing %d,K-%d,%d".formatted(number, number, number, number + 1))
                .collect(Collectors.joining("\n"));
    UUID id = imports.receive(vendor, null, false, stream(file, StandardCharsets.UTF_8));

    imports.work(vendor, id, 1);
    assertThat(imports.staging.task(id).rowsRead()).isEqualTo(101);
    imports.work(vendor, id, 3);
    int before = imports.listings(vendor);
    ImportView done = imports.finish(vendor, id);

    assertThat(before).isBetween(1, 129);
    assertThat(counts(done)).isEqualTo("rows 130, created 130, updated 0, unchanged 0, failed 0");
    assertThat(imports.listings(vendor)).isEqualTo(130);
  }

  @Test
  void a_quote_that_never_closes_is_told_with_its_row_and_nothing_is_changed() {
    ImportView view =
        imports.run(vendor, BOWLS + "x,\"never closed,,,divers,X,,5,EUR,,\ny,Y,,,,Y,,5,EUR,,\n");

    assertThat(view.status()).isEqualTo(ImportStatus.FAILED);
    assertThat(errors(view)).extracting(ImportProblem::row).containsExactly(5);
    assertThat(imports.listings(vendor)).isZero();
  }

  @Test
  void what_a_layout_remarks_on_is_told_beside_the_row_which_goes_in_nevertheless() {
    String hood =
        "ID,Type,SKU,Name,Published,Regular price,Stock,Parent\n"
            + "7,simple,h-blue,Blue hood,1,45,3,hoodie\n";

    ImportView view = imports.run(vendor, hood);

    assertThat(errors(view)).isEmpty();
    assertThat(imports.problems(vendor, view.id()))
        .filteredOn(one -> "Parent".equals(one.field()))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.error()).isFalse();
              assertThat(one.row()).isEqualTo(2);
              assertThat(one.value()).isEqualTo("hoodie");
              assertThat(one.told("fr")).contains("nomme un parent", "videz cette cellule");
            });
    assertThat(imports.listings(vendor)).isEqualTo(1);
  }

  @Test
  void files_in_other_encodings_say_the_same_and_what_is_no_text_is_refused() {
    imports.run(vendor, BOWLS);
    for (String charset : List.of("windows-1252", "UTF-16", "UTF-16LE", "UTF-16BE")) {
      assertThat(counts(imports.run(vendor, BOWLS, Charset.forName(charset))))
          .as(charset)
          .contains("unchanged 2, failed 0");
    }
    assertThat(counts(imports.run(vendor, "\uFEFF" + BOWLS))).contains("unchanged 2");
    assertThat(
            counts(imports.run(vendor, BOWLS.replace(",", ";").replace("\"1 234;50\"", "1234,5"))))
        .contains("failed 0");
    assertRefused("import-not-text", new byte[] {'P', 'K', 3, 4, 0, 0});
    assertRefused(
        "import-not-text", "<?xml version=\"1.0\"?>\n<rss/>\n".getBytes(StandardCharsets.UTF_8));
    assertRefused(
        "import-not-text", "\uFEFF<?xml version=\"1.0\"?><a/>".getBytes(StandardCharsets.UTF_8));
    assertRefused(
        "import-not-text", "<!DOCTYPE html><title>Login</title>".getBytes(StandardCharsets.UTF_8));
    assertRefused("import-not-text", new byte[] {'a', ',', 0, 'b', 1, 2, 3, 4, 5, 6});
    assertRefused("import-encoding", new byte[] {'a', ',', 'b', '\n', (byte) 0x81});
    assertRefused("import-empty", new byte[0]);
    assertRefused("import-unknown-layout", "slug,name\na,b\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_feed_of_prices_or_stock_changes_only_that() throws Exception {
    imports.run(vendor, BOWLS);

    FeedAnswer prices = feed("sku;price\nB-S;14,00\nB-L;18\nnone;1\nV-1;free\n", true);
    FeedAnswer stock = feed("sku,stock\nB-S,9\nB-L,1\n", false);

    assertThat(prices.read()).isEqualTo(4);
    assertThat(List.of(prices.updated(), prices.unchanged(), prices.failed()))
        .containsExactly(1, 1, 2);
    assertThat(prices.problems()).extracting(ImportProblem::row).containsExactly(4, 5);
    assertThat(List.of(stock.updated(), stock.unchanged(), stock.failed()))
        .containsExactly(1, 1, 0);
  }

  @Test
  void stock_places_come_back_from_an_export_and_travel_with_a_feed() {
    imports.run(vendor, BOWLS);
    place("Atelier");
    place("Réserve");

    FeedAnswer placed = feed("sku,stock,place\nB-S,4,reserve\nB-S,4,atelier\nB-S,1,lune\n", false);
    FeedAnswer summed = feed("sku,stock,place\nB-S,7,\n", false);
    String file = imports.export(vendor, "halles");
    ImportView again =
        imports.finish(
            vendor, imports.receive(vendor, "halles", false, stream(file, StandardCharsets.UTF_8)));

    assertThat(List.of(placed.updated(), placed.failed(), summed.updated()))
        .containsExactly(2, 1, 1);
    assertThat(placed.problems()).extracting(ImportProblem::value).containsExactly("lune");
    assertThat(file).contains("atelier:4 reserve:3");
    assertThat(counts(again)).contains("updated 0", "failed 0");

    ImportView moved = imports.run(vendor, "sku,title,price,stock_places\nB-S,Bol,14,reserve:9\n");
    assertThat(counts(moved)).contains("updated 1", "failed 0");
    assertThat(imports.export(vendor, "halles")).contains("atelier:0 reserve:9");

    ImportView wrong =
        imports.run(
            vendor,
            "sku,title,price,stock,stock_places\nB-S,Bol,14,8,reserve:9\nB-L,Bol,18,,lune:1\n");
    assertThat(counts(wrong)).contains("updated 0", "failed 1");
    assertThat(imports.problems(vendor, wrong.id()))
        .extracting(ImportProblem::field)
        .contains("stock", "stock_places");
    assertThat(imports.problems(vendor, wrong.id()))
        .filteredOn(problem -> problem.field().equals("stock_places"))
        .extracting(problem -> problem.told("fr"))
        .containsExactly("n’est aucun de vos lieux de stockage : utilisez atelier, reserve");
  }

  private void place(String name) {
    imports.real.inTransaction(
        () ->
            imports.shop.stockPlaces.add(
                vendor,
                new StockPlaceInput(name, "1 quai", null, "49000", "Angers", "FR", null, null)));
  }

  @Test
  void prices_by_quantity_come_back_from_an_export_and_travel_with_a_feed() {
    String boxes =
        """
        handle,title:fr,category,sku,price,currency,stock,price_breaks
        carton,Carton,divers,C-1,5.00,EUR,900,10:4.50 100:3.90
        étui,Étui,divers,C-2,3.00,EUR,900,10:4.50
        """;
    ImportView first = imports.run(vendor, boxes);
    String file = imports.export(vendor, "halles");
    ImportView again =
        imports.finish(
            vendor, imports.receive(vendor, "halles", false, stream(file, StandardCharsets.UTF_8)));

    assertThat(counts(first)).contains("created 1", "failed 1");
    assertThat(file).contains("10:4.50 100:3.90");
    assertThat(counts(again)).contains("unchanged 1", "failed 0");

    FeedAnswer risen = feed("sku;price;price_breaks\nC-1;5,20;10:4,60|100:4,00\n", true);
    FeedAnswer wrong = feed("sku;price;price_breaks\nC-1;5,20;100:4,00 10:4,60\n", true);
    FeedAnswer silent = feed("sku;price;price_breaks\nC-1;5,30;\n", true);
    assertThat(List.of(risen.updated(), wrong.failed(), silent.updated())).containsExactly(1, 1, 1);
    assertThat(imports.export(vendor, "halles")).contains("5.30", "10:4.60 100:4.00");
  }

  @Test
  void how_many_are_sold_at_once_comes_back_from_an_export_and_is_taken_away_again() {
    String tiles =
        """
        handle,title:fr,category,sku,price,currency,stock,order_least,order_pack,order_most
        carreau,Carreau,divers,T-1,5.00,EUR,900,12,6,60
        vrac,Vrac,divers,T-2,3.00,EUR,900,,,
        """;
    ImportView first = imports.run(vendor, tiles);
    String file = imports.export(vendor, "halles");
    ImportView again =
        imports.finish(
            vendor, imports.receive(vendor, "halles", false, stream(file, StandardCharsets.UTF_8)));

    assertThat(counts(first)).contains("created 2", "failed 0");
    assertThat(file).contains("order_least,order_pack,order_most").contains(",12,6,60");
    assertThat(counts(again)).contains("unchanged 2", "failed 0");

    ImportView silent = imports.run(vendor, "sku,title,price\nT-1,Carreau,5.00\n");
    ImportView freed =
        imports.run(vendor, "sku,title,price,order_least,order_pack,order_most\nT-1,,5,1,1,9999\n");
    assertThat(counts(silent)).contains("unchanged 1");
    assertThat(counts(freed)).contains("updated 1", "failed 0");
    assertThat(imports.export(vendor, "halles")).doesNotContain(",12,6,60");
  }

  @Test
  void order_quantities_that_do_not_fit_each_other_are_told_by_their_columns() {
    ImportView wrong =
        imports.run(
            vendor,
            """
            handle,title:fr,category,sku,price,currency,stock,order_least,order_pack,order_most
            a,A,divers,A-1,5.00,EUR,9,7,6,60
            b,B,divers,B-1,5.00,EUR,9,some,,
            c,C,divers,C-1,5.00,EUR,9,10,,4
            d,D,divers,D-1,5.00,EUR,9,,0,
            """);

    assertThat(counts(wrong)).contains("created 0", "failed 4");
    assertThat(imports.problems(vendor, wrong.id()))
        .extracting(one -> one.row() + " " + one.field() + " " + one.value())
        .containsExactlyInAnyOrder(
            "2 order_least 7", "3 order_least some", "4 order_most 4", "5 order_pack 0");
  }

  @Test
  void old_files_and_rows_are_thrown_away_and_their_report_stays() {
    UUID old = imports.receive(vendor, "halles", true, stream(BOWLS, StandardCharsets.UTF_8));
    imports.finish(vendor, old);
    imports.real.inTransaction(
        () ->
            imports
                .real
                .database()
                .update(
                    "update import_run set touched_at = touched_at - interval '40 days' where id = ?",
                    old));
    UUID fresh = imports.receive(vendor, "halles", true, stream(BOWLS, StandardCharsets.UTF_8));
    imports.finish(vendor, fresh);

    imports.clean();

    ImportView view = imports.importing.get(vendor, old);
    assertThat(view.cleaned()).isTrue();
    assertThat(counts(view)).contains("created 2");
    assertThat(home).isDirectoryNotContaining("glob:**" + old + "*");
    assertThat(home).isDirectoryContaining("glob:**" + fresh + "*");
    assertThatThrownBy(() -> imports.real.inTransaction(() -> imports.importing.start(vendor, old)))
        .isInstanceOfSatisfying(
            WrongImportStatus.class,
            refused -> assertThat(refused.code()).isEqualTo("import-cleaned"));
    assertThat(imports.importing.get(vendor, fresh).cleaned()).isFalse();
  }

  private FeedAnswer feed(String csv, boolean prices) {
    return imports.real.inTransaction(
        () -> {
          try {
            return prices
                ? imports.feeds.prices(vendor, stream(csv, StandardCharsets.UTF_8))
                : imports.feeds.stock(vendor, stream(csv, StandardCharsets.UTF_8));
          } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
          }
        });
  }

  private void assertRefused(String code, byte[] content) {
    assertThatThrownBy(
            () -> imports.receive(vendor, null, false, new ByteArrayInputStream(content)))
        .isInstanceOfSatisfying(
            UploadRefused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    assertThat(home).isDirectoryNotContaining(file -> file.toFile().length() == content.length);
  }

  private List<ImportProblem> errors(ImportView view) {
    return imports.problems(vendor, view.id()).stream().filter(ImportProblem::error).toList();
  }

  private static ByteArrayInputStream stream(String text, Charset charset) {
    return new ByteArrayInputStream(text.getBytes(charset));
  }

  private static String counts(ImportView view) {
    return "rows %d, created %d, updated %d, unchanged %d, failed %d"
        .formatted(view.rows(), view.created(), view.updated(), view.unchanged(), view.failed());
  }
}
