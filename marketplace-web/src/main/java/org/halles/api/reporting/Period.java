package org.halles.api.reporting;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.halles.marketplace.shared.Checklist;

/** How far back figures reach. */
public class Period {

  private static final int LONGEST = 366;

  @Parameter(
      description = "How many days back, 1 to 366.",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "366"))
  @QueryParam("days")
  @DefaultValue("30")
  private int days;

  /** For the container. */
  public Period() {}

  /**
   * How many days.
   *
   * @throws org.halles.marketplace.shared.InvalidInput if that is no number of days to look back
   */
  int days() {
    Checklist checklist = new Checklist();
    int checked = checklist.number("days", days, 1, LONGEST, 1);
    checklist.done();
    return checked;
  }
}
