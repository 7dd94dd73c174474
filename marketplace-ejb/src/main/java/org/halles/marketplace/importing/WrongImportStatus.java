package org.halles.marketplace.importing;

import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Refusal;

/** An import that does not stand where this could be done. */
public final class WrongImportStatus extends Refusal {

  private static final long serialVersionUID = 1L;

  private WrongImportStatus(String code, String message, UUID id) {
    super(Kind.CONFLICT, code, message, Map.of("import", id));
  }

  static WrongImportStatus cleaned(UUID id) {
    return new WrongImportStatus(
        "import-cleaned", "the file of import " + id + " is not kept any more: send it again", id);
  }

  WrongImportStatus(UUID id, ImportStatus status, String verb) {
    super(
        Kind.CONFLICT,
        "wrong-import-status",
        "import " + id + " is " + status + " and cannot be " + verb + " now",
        Map.of("import", id, "status", status));
  }
}
