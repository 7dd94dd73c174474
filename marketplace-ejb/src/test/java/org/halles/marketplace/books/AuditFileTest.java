package org.halles.marketplace.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.exporting.AuditFile;
import org.halles.marketplace.ledger.Seals;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Marketplace;
import org.junit.jupiter.api.Test;

/** The file is read back as a tax auditor's program reads it. */
class AuditFileTest {

  private static final String SIREN = "732829320";
  private static final LocalDate FIRST = LocalDate.now().minusYears(30);
  private static final LocalDate LAST = LocalDate.now().plusDays(2);

  private final AuditFile file = Marketplace.get(AuditFile.class);

  @Test
  void everyEntryBalancesUnderAGaplessNumberInTheColumnsOfTheLaw() {
    OrderGroupView order =
        Marketplace.get(Checkout.class).pay(Market.basket(Market.article(1000, 1)).pay("approved"));
    Marketplace.asSystem(() -> Marketplace.get(Seals.class).seal());

    List<String[]> rows = rows();

    assertThat(String.join(" ", rows.get(0)))
        .isEqualTo(
            "JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum"
                + " CompAuxLib PieceRef PieceDate EcritureLib Debit Credit EcritureLet DateLet"
                + " ValidDate Montantdevise Idevise");
    List<String[]> lines = rows.subList(1, rows.size());
    assertThat(lines).allSatisfy(row -> assertThat(row).hasSize(18));
    assertThat(lines).allSatisfy(AuditFileTest::isWellFormed);

    Map<Long, BigDecimal> sums = new TreeMap<>();
    lines.forEach(
        row ->
            sums.merge(
                Long.valueOf(row[2]), amount(row[11]).subtract(amount(row[12])), BigDecimal::add));
    assertThat(sums.values()).allSatisfy(sum -> assertThat(sum).isEqualByComparingTo("0"));
    assertThat(sums).hasSizeGreaterThanOrEqualTo(2).containsKey(1L);

    List<String[]> mine = lines.stream().filter(row -> row[8].equals(order.number())).toList();
    assertThat(mine.stream().filter(row -> row[4].equals("517000")).map(row -> row[11]))
        .contains("14,00");
    assertThat(mine).allSatisfy(row -> assertThat(row[0]).isIn("VE", "BQ"));
    assertThat(mine.stream().filter(row -> row[4].startsWith("467")))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row[6]).isNotBlank());
  }

  @Test
  void itIsNamedAfterTheCompanyAndTheEndOfTheYear() {
    assertThat(name(SIREN, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)))
        .isEqualTo("732829320FEC20261231.txt");
  }

  @Test
  void everythingWrongIsNamedAtOnce() {
    assertThatThrownBy(() -> name("732829321", null, null))
        .isInstanceOfSatisfying(
            InvalidInput.class, refused -> assertThat(refused.violations()).hasSize(3));
    assertThatThrownBy(() -> name(SIREN, LAST, FIRST))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(LAST.toString());
  }

  private static void isWellFormed(String[] row) {
    assertThat(row[3]).matches("\\d{8}");
    assertThat(row[4]).matches("\\d{6}");
    assertThat(row[5]).isNotBlank();
    assertThat(row[8]).isNotBlank();
    assertThat(row[9]).matches("\\d{8}");
    assertThat(row[11] + " " + row[12]).matches("\\d+,\\d\\d 0,00|0,00 \\d+,\\d\\d");
    assertThat(row[15]).matches("\\d{8}");
  }

  private static BigDecimal amount(String text) {
    return new BigDecimal(text.replace(',', '.'));
  }

  private List<String[]> rows() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Marketplace.asSystem(
        () -> {
          file.write(SIREN, FIRST, LAST, out);
          return true;
        });
    return Arrays.stream(out.toString(StandardCharsets.UTF_8).split("\r\n"))
        .map(line -> line.split("\t", -1))
        .toList();
  }

  private String name(String siren, LocalDate from, LocalDate to) {
    return Marketplace.asSystem(() -> file.name(siren, from, to));
  }
}
