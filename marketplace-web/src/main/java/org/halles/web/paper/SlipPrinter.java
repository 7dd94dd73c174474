package org.halles.web.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halles.marketplace.order.Delivery;
import org.halles.marketplace.order.PackingSlip;
import org.halles.web.ui.Amounts;
import org.halles.web.ui.Moments;

/**
 * Packing slips as one PDF, each on sheets of its own, in the language of its buyer. Where the
 * goods lie at several places a sheet for whoever packs comes first: buyers need not know of the
 * places.
 */
public final class SlipPrinter {

  public static final String MEDIA_TYPE = "application/pdf";

  private static final float QUANTITY = Sheet.RIGHT;
  private static final float TEXT = Sheet.LEFT + 24;

  private SlipPrinter() {}

  /**
   * The slips, one after the other.
   *
   * @param reader the language of whoever packs
   */
  public static byte[] print(List<PackingSlip> slips, String reader) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try (Sheet sheet = new Sheet()) {
      PickingSheet.print(sheet, slips, reader);
      for (PackingSlip slip : slips) {
        sheet.turn();
        head(sheet, slip);
        lines(sheet, slip);
      }
      sheet.to(pdf);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return pdf.toByteArray();
  }

  private static void head(Sheet sheet, PackingSlip slip) throws IOException {
    ResourceBundle words = words(slip);
    sheet.write(slip.vendorName(), Sheet.LEFT, 320, 18);
    sheet.down(4);
    sheet.write(words.getString("slip.title") + " " + slip.number(), Sheet.LEFT, 400, 13);
    sheet.write(
        words.getString("slip.placed")
            + " "
            + Moments.day(slip.placedAt(), Locale.forLanguageTag(slip.language())),
        Sheet.LEFT,
        400,
        10);
    if (slip.purchaseOrder() != null) {
      sheet.write(
          words.getString("slip.purchase-order") + " " + slip.purchaseOrder(), Sheet.LEFT, 400, 10);
    }
    sheet.down(20);
    sheet.write(words.getString("slip.to"), Sheet.LEFT, 300, 9);
    address(slip.delivery(), slip.language()).forEach(line -> write(sheet, line));
    if (slip.toCollect() != null) {
      sheet.down(6);
      sheet.write(
          words.getString("slip.cash")
              + " "
              + Amounts.text(slip.toCollect(), Locale.forLanguageTag(slip.language())),
          Sheet.LEFT,
          400,
          13);
    }
    if (slip.shippingLabel() != null) {
      sheet.down(6);
      sheet.write(slip.shippingLabel(), Sheet.LEFT, 400, 10);
    }
    sheet.down(20);
    columns(sheet, words);
  }

  private static void write(Sheet sheet, String line) {
    try {
      sheet.write(line, Sheet.LEFT, 400, 12);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Stream<String> address(Delivery to, String language) {
    String country =
        new Locale.Builder()
            .setRegion(to.country())
            .build()
            .getDisplayCountry(Locale.forLanguageTag(language));
    return Stream.of(
            to.name(),
            to.line1(),
            to.line2(),
            to.postalCode() + " " + to.city(),
            to.region(),
            country)
        .filter(line -> line != null && !line.isBlank());
  }

  private static void columns(Sheet sheet, ResourceBundle words) throws IOException {
    sheet.write(words.getString("slip.article"), TEXT, 300, 9);
    sheet.end(words.getString("slip.quantity"), QUANTITY, 9);
    sheet.rule();
  }

  private static void lines(Sheet sheet, PackingSlip slip) throws IOException {
    ResourceBundle words = words(slip);
    for (PackingSlip.Line line : slip.lines()) {
      if (sheet.room(44)) {
        columns(sheet, words);
      }
      float top = sheet.height();
      sheet.down(11 * 1.4f);
      sheet.box(Sheet.LEFT, 10);
      sheet.end(quantity(line), QUANTITY, 11);
      sheet.back(top);
      sheet.write(line.title().in(slip.language()), TEXT, QUANTITY - TEXT - 80, 11);
      sheet.write(details(line), TEXT, QUANTITY - TEXT - 80, 9);
      sheet.rule();
    }
    sheet.down(16);
    sheet.write(words.getString("slip.thanks"), Sheet.LEFT, Sheet.RIGHT - Sheet.LEFT, 10);
  }

  /** A parcel that takes the rest says of how many. */
  private static String quantity(PackingSlip.Line line) {
    return line.toPack() == line.quantity() || line.toPack() == 0
        ? String.valueOf(line.quantity())
        : line.toPack() + " / " + line.quantity();
  }

  static String details(PackingSlip.Line line) {
    return Stream.concat(Stream.of(line.sku()), line.options().values().stream())
        .collect(Collectors.joining(" · "));
  }

  private static ResourceBundle words(PackingSlip slip) {
    return ResourceBundle.getBundle(
        "org.halles.web.orders",
        Locale.forLanguageTag(slip.language()),
        SlipPrinter.class.getClassLoader(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
