package org.halles.api.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.halles.marketplace.shared.Violation;

/** A record's constraints do not hold: all of them at once, each beside its field. */
@Provider
public class ConstraintViolationMapper implements ExceptionMapper<ConstraintViolationException> {

  @Context private HttpHeaders headers;

  @Override
  public Response toResponse(ConstraintViolationException invalid) {
    List<Violation> violations =
        invalid.getConstraintViolations().stream()
            .map(ConstraintViolationMapper::violation)
            .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
            .toList();
    return Answers.of(Spoken.of(violations, headers));
  }

  private static Violation violation(ConstraintViolation<?> violation) {
    String field = field(violation.getPropertyPath());
    return new Violation(field, violation.getMessage(), value(field, violation.getInvalidValue()));
  }

  /** A password is never repeated, and neither is a whole object. */
  private static String value(String field, Object value) {
    boolean plain =
        value instanceof CharSequence || value instanceof Number || value instanceof Enum;
    return plain && !field.toLowerCase(Locale.ROOT).contains("password") ? value.toString() : null;
  }

  /** {@code open.body.lines[0].quantity} becomes {@code lines[0].quantity}. */
  private static String field(Path path) {
    StringBuilder field = new StringBuilder();
    for (Iterator<Path.Node> nodes = path.iterator(); nodes.hasNext(); ) {
      Path.Node node = nodes.next();
      boolean prefix =
          node.getKind() == ElementKind.METHOD
              || node.getKind() == ElementKind.PARAMETER && nodes.hasNext();
      if (!prefix && node.getName() != null) {
        field.append(field.isEmpty() ? "" : ".").append(node);
      }
    }
    return field.toString();
  }
}
