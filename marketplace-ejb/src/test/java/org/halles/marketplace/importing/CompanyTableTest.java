package org.halles.marketplace.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.halles.marketplace.catalog.CompanyTerms;
import org.halles.marketplace.vendor.VendorScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanyTableTest {

  private static final String GOODS =
      """
      handle,title:fr,category,sku,option:size,price,currency,stock
      carton,Carton,divers,C-S,S,2.00,EUR,900
      carton,,,C-L,L,4.00,EUR,900
      """;
  private static final String PRICES =
      """
      sku,company_price,company_price_breaks,company_least,company_pack,companies_only
      C-S,1.80,100:1.60 500:1.40,20,10,true
      """;

  @TempDir Path home;
  private SampleImports imports;
  private VendorScope vendor;

  @BeforeEach
  void openTheMarket() {
    imports = new SampleImports(home);
    vendor = imports.vendor();
    imports.run(vendor, GOODS);
  }

  @Test
  void a_table_that_comes_back_as_it_went_out_changes_nothing() {
    assertThat(counts(send(PRICES))).isEqualTo("read 1, updated 1, unchanged 0, failed 0");
    CompanyTerms before = terms("C-S");

    String written = written();
    FeedAnswer again = send(written);

    assertThat(counts(again)).isEqualTo("read 2, updated 0, unchanged 2, failed 0");
    assertThat(written).contains("C-S,Carton,1.80,EUR,100:1.60 500:1.40,20,10,true");
    assertThat(written).contains("C-L,Carton,,EUR,,,,true");
    assertThat(terms("C-S")).isEqualTo(before);
  }

  @Test
  void what_a_cell_does_not_say_stays_and_none_takes_it_away() {
    send(PRICES);

    send("sku,company_price,company_least\nC-S,1.70,\n");
    CompanyTerms cheaper = terms("C-S");
    send("sku,company_price,company_least,company_pack,companies_only\nC-S,none,none,1,no\n");
    CompanyTerms gone = terms("C-S");

    assertThat(cheaper.price().minor()).isEqualTo(170);
    assertThat(cheaper.breaks()).hasSize(2);
    assertThat(cheaper.packs().least()).isEqualTo(20);
    assertThat(gone.price()).isNull();
    assertThat(gone.breaks()).isEmpty();
    assertThat(gone.packs().free()).isTrue();
    assertThat(gone.companiesOnly()).isFalse();
  }

  @Test
  void everything_wrong_in_a_row_is_told_with_its_column_and_the_others_go_in() {
    FeedAnswer answer =
        send(
            """
            sku,company_price,currency,company_price_breaks,company_least,company_pack,companies_only
            C-S,cheap,USD,dear,many,,perhaps
            C-L,3.50,EUR,100:3.90,,,
            NOT-OURS,1,EUR,,,,
            ,1,EUR,,,,
            C-L,3.60,EUR,,15,10,
            C-L,3.50,EUR,,,,
            """);

    assertThat(counts(answer)).isEqualTo("read 6, updated 1, unchanged 0, failed 5");
    assertThat(answer.problems())
        .extracting(problem -> problem.row() + " " + problem.field() + " " + problem.value())
        .contains(
            "2 company_price cheap",
            "2 company_price_breaks dear",
            "2 company_least many",
            "2 companies_only perhaps",
            "3 company_price_breaks 100:3.90",
            "4 sku NOT-OURS",
            "6 company_least 15");
    assertThat(terms("C-L").price().minor()).isEqualTo(350);
  }

  @Test
  void a_table_without_the_column_of_prices_is_refused_with_what_it_lacks() {
    assertThatThrownBy(() -> send("sku,price\nC-S,1.00\n"))
        .isInstanceOf(UploadRefused.class)
        .hasMessageContaining("company_price");
  }

  @Test
  void another_vendors_offers_are_unknown() {
    VendorScope other = imports.vendor();

    FeedAnswer answer = send(other, PRICES);

    assertThat(counts(answer)).isEqualTo("read 1, updated 0, unchanged 0, failed 1");
    assertThat(terms("C-S").price()).isNull();
  }

  private CompanyTerms terms(String sku) {
    return imports
        .real
        .inTransaction(() -> imports.companySelling.find(vendor, List.of(sku)))
        .get(0);
  }

  private FeedAnswer send(String csv) {
    return send(vendor, csv);
  }

  private FeedAnswer send(VendorScope scope, String csv) {
    return imports.real.inTransaction(
        () -> {
          try {
            return imports.companies.read(
                scope, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
          } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
          }
        });
  }

  private String written() {
    return imports.real.inTransaction(
        () -> {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          try {
            imports.companies.write(vendor, "fr", out);
            return out.toString(StandardCharsets.UTF_8);
          } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
          }
        });
  }

  private static String counts(FeedAnswer answer) {
    return "read %d, updated %d, unchanged %d, failed %d"
        .formatted(answer.read(), answer.updated(), answer.unchanged(), answer.failed());
  }
}
