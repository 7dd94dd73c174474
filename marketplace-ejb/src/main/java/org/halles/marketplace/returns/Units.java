package org.halles.marketplace.returns;

import java.util.UUID;

/**
 * So many units of a line.
 *
 * @param quantity null: all there are
 * @param restocked how many of them are on sale again; null: none
 */
public record Units(UUID line, Integer quantity, Integer restocked) {

  public Units(UUID line, Integer quantity) {
    this(line, quantity, null);
  }
}
