package org.halles.web.operator;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What changes between two texts, word by word. */
final class TextDiff {

  /**
   * A run of words.
   *
   * @param changed true if the other text has it otherwise
   */
  public record Run(String text, boolean changed) {}

  /** Both texts in runs. */
  record Sides(List<Run> before, List<Run> after) {}

  /** A word, or what stands between words. */
  private static final Pattern SEAM = Pattern.compile("(?<=\\s)|(?=\\s)|(?=[,.;:])|(?<=[(«“])");

  /** Longer texts are shown without marks: nobody reads them word by word. */
  private static final int LONGEST = 20_000;

  private TextDiff() {}

  static Sides of(String before, String after) {
    if (before.equals(after) || before.length() + after.length() > LONGEST) {
      boolean changed = !before.equals(after);
      return new Sides(List.of(new Run(before, changed)), List.of(new Run(after, changed)));
    }
    List<String> left = List.of(SEAM.split(before));
    List<String> right = List.of(SEAM.split(after));
    List<Run> old = new ArrayList<>();
    List<Run> now = new ArrayList<>();
    int at = 0;
    int there = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(left, right).getDeltas()) {
      add(old, left.subList(at, delta.getSource().getPosition()), false);
      add(now, right.subList(there, delta.getTarget().getPosition()), false);
      add(old, delta.getSource().getLines(), true);
      add(now, delta.getTarget().getLines(), true);
      at = delta.getSource().getPosition() + delta.getSource().size();
      there = delta.getTarget().getPosition() + delta.getTarget().size();
    }
    add(old, left.subList(at, left.size()), false);
    add(now, right.subList(there, right.size()), false);
    return new Sides(old, now);
  }

  private static void add(List<Run> runs, List<String> words, boolean changed) {
    if (!words.isEmpty()) {
      runs.add(new Run(String.join("", words), changed));
    }
  }
}
