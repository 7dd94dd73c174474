package org.halles.api;

import jakarta.ws.rs.core.EntityTag;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halles.marketplace.shared.Stale;

/** Versions of edited things as entity tags, so that two people do not overwrite each other. */
public final class ETags {

  private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

  private ETags() {}

  /** The tag of this version, for {@code Response.tag}. */
  public static EntityTag of(int version) {
    return new EntityTag(String.valueOf(version));
  }

  /**
   * The version that an {@code If-Match} header insists on; empty if there is no header or it is
   * {@code *}.
   *
   * @throws Stale if it is not a tag that this server gave
   */
  public static OptionalInt expected(String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank() || ifMatch.trim().equals("*")) {
      return OptionalInt.empty();
    }
    Matcher tag = TAG.matcher(ifMatch.trim());
    if (!tag.matches()) {
      throw new Stale();
    }
    return OptionalInt.of(Integer.parseInt(tag.group(1)));
  }

  /**
   * @throws Stale if the header insists on another version than this one
   */
  public static void check(String ifMatch, int version) {
    OptionalInt expected = expected(ifMatch);
    if (expected.isPresent() && expected.getAsInt() != version) {
      throw new Stale();
    }
  }
}
