package org.halles.marketplace.returns;

import java.util.List;
import org.halles.marketplace.shared.Attachment;

/**
 * What a buyer wants to send back, and why.
 *
 * @param reason code of one the operator keeps
 * @param words what happened; may be left out
 * @param files what shows it
 */
public record ReturnRequest(
    String reason, String words, List<Units> lines, List<Attachment> files) {

  public ReturnRequest {
    lines = lines == null ? List.of() : List.copyOf(lines);
    files = files == null ? List.of() : List.copyOf(files);
  }
}
