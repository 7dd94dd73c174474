package org.halles.marketplace.order;

import java.util.List;
import org.halles.spi.Money;

/**
 * Who got what of a whole purchase: the legs add up to the total plus what the platform gave.
 *
 * @param promotion what the platform put in
 */
public record SplitView(String number, Money total, Money promotion, List<AllocationView> lines) {

  public SplitView {
    lines = List.copyOf(lines);
  }
}
