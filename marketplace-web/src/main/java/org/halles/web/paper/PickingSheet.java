package org.halles.web.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.halles.marketplace.order.PackingSlip;
import org.halles.marketplace.order.TakenFrom;

/**
 * What to fetch from which stock place for some orders, place by place. It stays with the vendor.
 */
final class PickingSheet {

  private static final float QUANTITY = Sheet.RIGHT;
  private static final float TEXT = Sheet.LEFT + 24;

  /** One thing to fetch for one order. */
  private record Pick(String order, PackingSlip.Line line, int quantity) {}

  private PickingSheet() {}

  /** Writes nothing where all goods lie at one place. */
  static void print(Sheet sheet, List<PackingSlip> slips, String language) throws IOException {
    Map<String, List<Pick>> byPlace = byPlace(slips);
    if (byPlace.isEmpty()) {
      return;
    }
    ResourceBundle words = words(language);
    sheet.turn();
    sheet.write(words.getString("pick.title"), Sheet.LEFT, 400, 18);
    sheet.write(words.getString("pick.lead"), Sheet.LEFT, 400, 10);
    for (Map.Entry<String, List<Pick>> place : byPlace.entrySet()) {
      head(sheet, place.getKey());
      for (Pick pick : place.getValue()) {
        if (sheet.room(44)) {
          head(sheet, place.getKey());
        }
        write(sheet, pick, language);
      }
    }
  }

  private static Map<String, List<Pick>> byPlace(List<PackingSlip> slips) {
    Map<String, List<Pick>> byPlace = new LinkedHashMap<>();
    for (PackingSlip slip : slips) {
      for (PackingSlip.Line line : slip.lines()) {
        for (TakenFrom from : line.origins()) {
          byPlace
              .computeIfAbsent(from.place(), place -> new ArrayList<>())
              .add(new Pick(slip.number(), line, from.quantity()));
        }
      }
    }
    return byPlace;
  }

  private static void head(Sheet sheet, String place) throws IOException {
    sheet.down(20);
    sheet.write(place, Sheet.LEFT, 400, 13);
    sheet.rule();
  }

  private static void write(Sheet sheet, Pick pick, String language) throws IOException {
    float top = sheet.height();
    sheet.down(11 * 1.4f);
    sheet.box(Sheet.LEFT, 10);
    sheet.end(String.valueOf(pick.quantity()), QUANTITY, 11);
    sheet.back(top);
    sheet.write(pick.line().title().in(language), TEXT, QUANTITY - TEXT - 80, 11);
    sheet.write(
        SlipPrinter.details(pick.line()) + " · " + pick.order(), TEXT, QUANTITY - TEXT - 80, 9);
    sheet.rule();
  }

  private static ResourceBundle words(String language) {
    return ResourceBundle.getBundle(
        "org.halles.web.stock",
        Locale.forLanguageTag(language),
        PickingSheet.class.getClassLoader(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
