package org.halles.api.media;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.halles.marketplace.media.Crop;
import org.halles.marketplace.media.Picture;
import org.halles.marketplace.media.Pictures;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;

/**
 * Which part of a picture is wanted, in its pixels.
 *
 * @param left what is cut off at the left
 * @param top what is cut off at the top
 * @param width what is kept across
 * @param height what is kept down
 */
public record PictureFrame(
    @Schema(required = true, minimum = "0") Integer left,
    @Schema(required = true, minimum = "0") Integer top,
    @Schema(required = true, minimum = "1") Integer width,
    @Schema(required = true, minimum = "1") Integer height) {

  /**
   * The part of this picture.
   *
   * @throws InvalidInput if something is missing or nothing of the picture lies in the frame
   */
  Crop within(Picture whole) {
    List<Violation> violations = new ArrayList<>();
    look("left", left, 0, whole.width() - 1, violations);
    look("top", top, 0, whole.height() - 1, violations);
    look("width", width, 1, Integer.MAX_VALUE, violations);
    look("height", height, 1, Integer.MAX_VALUE, violations);
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
    return new Crop(left, top, width, height, Pictures.LONGEST_SIDE);
  }

  private static void look(
      String field, Integer value, int least, int most, List<Violation> violations) {
    if (value == null) {
      violations.add(new Violation(field, "is missing", null));
    } else if (value < least || value > most) {
      String allowed =
          most == Integer.MAX_VALUE
              ? "must be " + least + " or more"
              : "must be between " + least + " and " + most;
      violations.add(new Violation(field, allowed, value.toString()));
    }
  }
}
