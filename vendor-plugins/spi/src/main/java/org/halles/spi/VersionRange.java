package org.halles.spi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which versions of something suit.
 *
 * <p>Written as the oldest version that suits, up to the next major one ({@code 1} or {@code 1.2}:
 * 1.2 and everything after it below 2), or as both ends, the first included and the last not
 * ({@code [1.2,3.0)}).
 *
 * @param from the oldest that suits
 * @param below the first that does not suit any more
 */
public record VersionRange(Version from, Version below) {

  private static final Pattern BOTH_ENDS =
      Pattern.compile("\\[\\s*(\\d[\\d.]*)\\s*,\\s*(\\d[\\d.]*)\\s*\\)");

  /**
   * @throws IllegalArgumentException if the range is empty
   */
  public VersionRange {
    if (from.compareTo(below) >= 0) {
      throw new IllegalArgumentException(
          "no version is at least " + from + " and below " + below + ": the first is the older");
    }
  }

  /**
   * Reads either form.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static VersionRange parse(String text) {
    Matcher ends = BOTH_ENDS.matcher(text.strip());
    if (ends.matches()) {
      return new VersionRange(Version.parse(ends.group(1)), Version.parse(ends.group(2)));
    }
    Version from = Version.parse(text.strip());
    return new VersionRange(from, new Version(from.major() + 1, 0, 0));
  }

  /** True if this version suits; what follows a hyphen or plus sign in it does not count. */
  public boolean contains(String version) {
    Version asked = Version.parse(version.strip().replaceFirst("[-+].*", ""));
    return from.compareTo(asked) <= 0 && asked.compareTo(below) < 0;
  }

  @Override
  public String toString() {
    return "[" + from + "," + below + ")";
  }

  /** A version as three numbers. */
  public record Version(int major, int minor, int patch) implements Comparable<Version> {

    private static final Pattern NUMBERS =
        Pattern.compile("(\\d{1,6})(?:\\.(\\d{1,6}))?(?:\\.(\\d{1,6}))?");

    static Version parse(String text) {
      Matcher numbers = NUMBERS.matcher(text);
      if (!numbers.matches()) {
        throw new IllegalArgumentException(
            "'" + text + "' is no version: write 1, 1.2, 1.2.3, or a range such as [1.2,3.0)");
      }
      return new Version(
          Integer.parseInt(numbers.group(1)), number(numbers.group(2)), number(numbers.group(3)));
    }

    private static int number(String text) {
      return text == null ? 0 : Integer.parseInt(text);
    }

    @Override
    public int compareTo(Version other) {
      int byMajor = Integer.compare(major, other.major);
      int byMinor = byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
      return byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
    }

    @Override
    public String toString() {
      return patch == 0 ? major + "." + minor : major + "." + minor + "." + patch;
    }
  }
}
