package org.halles.marketplace.returns;

import java.util.List;
import org.halles.marketplace.shared.Attachment;

/**
 * What a buyer wants to send back, and why.
 *
 * @param reason code of one the operator keeps
 * @param words what happened; may be left out
 * @param files what shows it
 * @param toCredit true if the buyer would rather have store credit than the money
 */
public record ReturnRequest(
    String reason, String words, List<Units> lines, List<Attachment> files, boolean toCredit) {

  /** The money goes back the way it came. */
  public ReturnRequest(String reason, String words, List<Units> lines, List<Attachment> files) {
    this(reason, words, lines, files, false);
  }

  public ReturnRequest {
    lines = lines == null ? List.of() : List.copyOf(lines);
    files = files == null ? List.of() : List.copyOf(files);
  }
}
