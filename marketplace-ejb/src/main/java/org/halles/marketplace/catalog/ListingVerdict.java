package org.halles.marketplace.catalog;

import java.util.List;
import org.halles.marketplace.shared.Violation;

/**
 * What storing a listing would do.
 *
 * @param violations everything that is wrong with it; empty if it may be stored
 * @param changes what would differ; empty if nothing would
 */
public record ListingVerdict(List<Violation> violations, List<FieldChange> changes) {

  public ListingVerdict {
    violations = List.copyOf(violations);
    changes = List.copyOf(changes);
  }
}
