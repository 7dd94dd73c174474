package org.halles.web.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.halles.marketplace.payout.Statement;
import org.halles.marketplace.payout.Statement.Movement;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementPrinterTest {

  private static final Money TEN = Money.of(1000, CurrencyCode.of("EUR"));

  /** What a vendor's accounts move by, whichever part of the marketplace moves it. */
  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void everyKindOfMovementIsToldInWords(String language) throws IOException {
    List<String> kinds =
        List.of(
            "refund",
            "reversal",
            "dispute-held",
            "chargeback-opened",
            "commission-kept",
            "dispute-held-undone",
            "chargeback-opened-undone",
            "chargeback-lost-undone",
            "refund-undone",
            "commission-kept-undone",
            "gateway-fee-borne",
            "cash-kept",
            "cash-returned",
            "payout-created",
            "payout-returned",
            "vendor-fee",
            "write-off");
    Stream<Movement> movements = kinds.stream().map(kind -> new Movement(kind, TEN));
    Statement statement = new Statement(YearMonth.of(2026, 11), TEN, movements.toList(), TEN, true);

    try (PDDocument read =
        Loader.loadPDF(StatementPrinter.print("Atelier", statement, List.of(), language))) {
      String text = new PDFTextStripper().getText(read);
      assertThat(kinds).noneMatch(kind -> kind.contains("-") && text.contains(kind));
      assertThat(text).contains(language.equals("fr") ? "Litiges" : "Disputes: set aside");
    }
  }
}
