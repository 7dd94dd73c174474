package org.halles.marketplace.dispute;

import java.util.List;
import org.halles.marketplace.shared.Attachment;
import org.halles.spi.Money;

/**
 * What a buyer complains about.
 *
 * @param reason one of {@link Reason}, whatever its case
 * @param text what happened
 * @param amount how much is disputed; null: all that can still go back of this part
 * @param files what shows it
 */
public record Complaint(String reason, String text, Money amount, List<Attachment> files) {

  public Complaint {
    files = files == null ? List.of() : List.copyOf(files);
  }

  /** Why buyers complain. */
  public enum Reason {
    NOT_RECEIVED,
    DAMAGED,
    NOT_AS_DESCRIBED,
    WRONG_ITEM,
    INCOMPLETE,
    OTHER
  }
}
