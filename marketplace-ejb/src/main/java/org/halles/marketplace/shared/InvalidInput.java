package org.halles.marketplace.shared;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Something that was sent cannot be accepted; says everything that is wrong at once. */
public final class InvalidInput extends Refusal {

  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  public InvalidInput(List<Violation> violations) {
    super(
        Kind.INVALID,
        "invalid-input",
        violations.stream()
            .map(violation -> violation.field() + " " + violation.message())
            .collect(Collectors.joining("; ")),
        Map.of());
    this.violations = List.copyOf(violations);
  }

  public InvalidInput(Violation violation) {
    this(List.of(violation));
  }

  public List<Violation> violations() {
    return violations;
  }
}
