package org.halles.web.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.halles.marketplace.order.Delivery;
import org.halles.marketplace.order.PackingSlip;
import org.halles.marketplace.order.TakenFrom;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

class SlipPrinterTest {

  @Test
  void a_slip_says_in_the_buyers_language_what_goes_where() throws IOException {
    PackingSlip slip = slip("fr", List.of(line("Bol émaillé", 3, 2)));
    String text = text(SlipPrinter.print(List.of(slip), "fr"));

    assertThat(text)
        .contains("Poterie du Layon", "H-1234-ABCD-1", "Łucja Dvořák", "12 rue des Halles")
        .contains("69002 Lyon", "France", "Bol émaillé", "B-1 · bleu", "2 / 3", "Colis suivi")
        .contains("BC-2026-041", "Commande du 1 mars 2026");
  }

  @Test
  void every_slip_begins_on_a_page_of_its_own_and_a_long_one_goes_on() throws IOException {
    List<PackingSlip.Line> many =
        IntStream.range(0, 60).mapToObj(number -> line("Pièce " + number, 1, 1)).toList();
    byte[] pdf =
        SlipPrinter.print(List.of(slip("en", many), slip("en", List.of(many.get(0)))), "fr");

    try (PDDocument read = Loader.loadPDF(pdf)) {
      assertThat(read.getNumberOfPages()).isGreaterThan(2);
      PDFTextStripper last = new PDFTextStripper();
      last.setStartPage(read.getNumberOfPages());
      assertThat(last.getText(read)).contains("H-1234-ABCD-1", "Pièce 0").doesNotContain("Pièce 1");
    }
    assertThat(text(pdf)).contains("Pièce 59");
  }

  @Test
  void where_goods_lie_is_told_on_a_sheet_for_the_vendor_and_on_no_slip() throws IOException {
    byte[] pdf = SlipPrinter.print(List.of(slip("en", List.of(line("Bol", 3, 3)))), "fr");

    try (PDDocument read = Loader.loadPDF(pdf)) {
      assertThat(page(read, 1))
          .contains("À prendre", "Atelier de Thouarcé", "Bol", "H-1234-ABCD-1")
          .doesNotContain("Łucja");
      assertThat(page(read, 2)).contains("Łucja", "Bol").doesNotContain("Thouarcé");
    }
  }

  @Test
  void whoHandsItOverReadsWhatToCollect() throws IOException {
    byte[] pdf = SlipPrinter.print(List.of(slip("fr", List.of(line("Bol", 1, 1)))), "fr");

    assertThat(text(pdf)).contains("À encaisser en espèces").contains("24,00");
  }

  private static String page(PDDocument read, int number) throws IOException {
    PDFTextStripper page = new PDFTextStripper();
    page.setStartPage(number);
    page.setEndPage(number);
    return page.getText(read);
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument read = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(read);
    }
  }

  private static PackingSlip slip(String language, List<PackingSlip.Line> lines) {
    return new PackingSlip(
        UUID.randomUUID(),
        "H-1234-ABCD-1",
        "Poterie du Layon",
        language,
        new Delivery(
            "lucja@courrier.example",
            "Łucja Dvořák",
            "12 rue des Halles",
            null,
            "69002",
            "Lyon",
            null,
            "FR"),
        "Colis suivi",
        "BC-2026-041",
        Instant.parse("2026-03-01T10:00:00Z"),
        Money.of(2400, CurrencyCode.of("EUR")),
        lines);
  }

  private static PackingSlip.Line line(String title, int quantity, int toPack) {
    return new PackingSlip.Line(
        UUID.randomUUID(),
        Texts.of(title, title),
        "B-1",
        Map.of("couleur", "bleu"),
        quantity,
        toPack,
        List.of(new TakenFrom(null, "atelier", "Atelier de Thouarcé", quantity)));
  }
}
