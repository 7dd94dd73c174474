package org.halles.marketplace.order;

import java.util.List;
import java.util.Map;

/**
 * What checks thought of a purchase before it was paid; kept with its order.
 *
 * @param score the highest of all, 0 to 100
 * @param held true if a person should look at it before anything is sent
 * @param findings what each check said
 */
public record Assessment(int score, boolean held, List<Finding> findings) {

  /** Nobody looked. */
  public static final Assessment NONE = new Assessment(0, false, List.of());

  public Assessment {
    findings = List.copyOf(findings);
  }

  /**
   * What one check said.
   *
   * @param check its name
   * @param score 0 to 100
   * @param held true if it wants a person to look
   * @param reasons by language
   * @param fault why it could not tell, or null
   */
  public record Finding(
      String check, int score, boolean held, List<Map<String, String>> reasons, String fault) {}
}
