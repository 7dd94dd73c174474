package org.halles.api.problem;

import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a {@link Problem} looks on the wire, for the API's description; further members depend on the
 * type.
 */
@Schema(name = "Problem", description = "RFC 9457; further members depend on the type.")
public record ProblemDocument(
    @Schema(
            required = true,
            description = "Stable",
            examples = "https://halles.org/problems/quote-changed")
        URI type,
    @Schema(required = true) String title,
    @Schema(required = true, examples = "409") int status,
    @Schema(required = true, description = "What happened and what to do") String detail,
    @Schema(description = "What is wrong with the input, all at once") List<Fault> violations) {

  /** One thing wrong with the input. */
  @Schema(name = "Violation")
  public record Fault(
      @Schema(required = true, examples = "variants[0].price") String field,
      @Schema(required = true) String message,
      @Schema(description = "What was sent, where it may be repeated") String value) {}
}
