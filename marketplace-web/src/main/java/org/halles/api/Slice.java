package org.halles.api;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.halles.marketplace.shared.Paging;

/** Which part of a list is wanted: {@code ?limit=&cursor=}. Take it as a {@code @BeanParam}. */
public class Slice {

  @Parameter(
      description = "How many items, 1 to 100.",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100"))
  @QueryParam("limit")
  private Integer limit;

  @Parameter(description = "Where the former page ended: its `next`. Leave it out to start.")
  @QueryParam("cursor")
  private String cursor;

  /**
   * @throws org.halles.marketplace.shared.InvalidInput if the limit or the cursor is not acceptable
   */
  public Paging paging() {
    return Paging.of(limit, cursor);
  }
}
