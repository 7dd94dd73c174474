package org.halles.plugins.roundup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.halles.spi.Configurable;
import org.halles.spi.Money;
import org.halles.spi.Page;
import org.halles.spi.PagePanel;
import org.halles.testkit.ConfigurableContract;
import org.halles.testkit.PagePanelContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FundPanelTest extends PagePanelContract {

  private static final Fund FUND =
      new Fund("entraide", "Entraide", "Des repas.", "Meals.", Money.of(100, "EUR"));

  @Override
  protected PagePanel panel() {
    return new FundPanel().with(FUND);
  }

  @Test
  void untilSomebodySaysForWhomNothingIsShown() {
    assertEquals(Optional.empty(), new FundPanel().show(new Page.OperatorDashboard(Instant.EPOCH)));
  }

  @Test
  void buyersReadWhatItIsForInTheirLanguage() {
    Page order =
        new Page.Order("H-1", "paid", Money.of(900, "EUR"), "FR", List.of("v"), Instant.EPOCH);

    String shown = panel().show(order).orElseThrow().blocks().toString();

    assertTrue(shown.contains("Des repas.") && shown.contains("Meals."), shown);
  }

  @Test
  void vendorsReadThatItTakesNothingFromThem() {
    Page part =
        new Page.VendorOrder(
            "H-1-1", "v", "acme", "to-ship", Money.of(900, "EUR"), "FR", Instant.EPOCH);

    String shown = panel().show(part).orElseThrow().blocks().toString();

    assertTrue(shown.contains("changes nothing you earn"), shown);
  }

  @Nested
  class Form extends ConfigurableContract<Fund> {
    @Override
    protected Configurable<Fund> extension() {
      return new FundPanel();
    }

    @Override
    protected List<Fund> configurations() {
      return List.of(FUND);
    }
  }
}
