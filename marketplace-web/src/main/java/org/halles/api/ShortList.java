package org.halles.api;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.halles.marketplace.shared.Keys;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/**
 * Which part of a short list is wanted, one that is read as a whole anyway: all of it, unless
 * {@code ?limit=} says how many. Take it as a {@code @BeanParam}.
 */
public class ShortList {

  @Parameter(
      description = "How many items, 1 to 100. Leave it out for the whole list.",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100"))
  @QueryParam("limit")
  private Integer limit;

  @Parameter(description = "Where the former page ended: its `next`. Leave it out to start.")
  @QueryParam("cursor")
  private String cursor;

  /** For the container. */
  public ShortList() {}

  ShortList(Integer limit, String cursor) {
    this.limit = limit;
    this.cursor = cursor;
  }

  /**
   * Cuts the wanted part out of the whole list.
   *
   * @param whole in an order that does not change from one call to the next
   * @throws org.halles.marketplace.shared.InvalidInput if the limit or the cursor is not acceptable
   */
  public <T> Page<T> of(List<T> whole) {
    Paging paging = Paging.of(limit, cursor);
    int from = paging.keys(1).map(keys -> position(keys, paging, whole.size())).orElse(0);
    int to = limit == null ? whole.size() : Math.min(whole.size(), from + paging.limit());
    return new Page<>(whole.subList(from, to), to < whole.size() ? Paging.cursor(to) : null);
  }

  /** A list that became shorter meanwhile has no more to show. */
  private static int position(Keys keys, Paging paging, int size) {
    long position = keys.whole(0);
    if (position < 0) {
      throw paging.malformedCursor();
    }
    return (int) Math.min(position, size);
  }
}
