package org.halles.plugins.euvat;

import java.util.Map;
import org.halles.spi.Rate;

/**
 * The rates that hold together, in a period or at a place.
 *
 * @param standard for every tax class that is not named
 * @param byClass for the classes that are
 */
record RateSet(Rate standard, Map<String, Rate> byClass) {

  RateSet {
    byClass = Map.copyOf(byClass);
  }

  Rate of(String taxClass) {
    return taxClass.equals("exempt") ? Rate.ZERO : byClass.getOrDefault(taxClass, standard);
  }
}
