package org.halles.marketplace.catalog;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.shared.Violation;

/** A download without its file cannot go on sale. */
public final class FileMissing extends Refusal {

  private static final long serialVersionUID = 1L;

  FileMissing(List<Violation> missing) {
    super(
        Kind.CONFLICT,
        "file-missing",
        missing.stream()
            .map(one -> one.field() + " " + one.message())
            .collect(Collectors.joining("; ")),
        Map.of());
  }
}
