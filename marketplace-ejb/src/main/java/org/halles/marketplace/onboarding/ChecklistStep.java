package org.halles.marketplace.onboarding;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;

/**
 * One step of a vendor's checklist.
 *
 * @param requirementId which requirement
 * @param place {@code form}, {@code file}, {@code terms}, {@code storefront}, {@code listings} or
 *     {@code account}: where it is done
 * @param fields what is asked, for a form
 * @param answers what was typed, right or wrong
 * @param lacks why it is not done, or empty
 * @param document what was handed in, or null
 * @param expires true if a handed-in file needs its last day
 */
public record ChecklistStep(
    UUID requirementId,
    String type,
    Texts title,
    Texts why,
    String place,
    State state,
    boolean gatesSelling,
    boolean gatesPayout,
    List<AskedField> fields,
    Map<String, String> answers,
    List<Lack> lacks,
    DocumentView document,
    boolean expires) {

  /** How far a step is. */
  public enum State {
    DONE,
    /** The vendor has done its part; the operator looks at it. */
    WAITING,
    /** Done, but it runs out soon. */
    EXPIRING,
    TODO
  }

  /** True if nothing is left to the vendor. */
  public boolean isOver() {
    return state != State.TODO;
  }

  /** True if it asks where the vendor's money goes. */
  public boolean isAboutAccount() {
    return type.equals(PayoutAccount.TYPE);
  }

  boolean isMet() {
    return state == State.DONE || state == State.EXPIRING;
  }
}
