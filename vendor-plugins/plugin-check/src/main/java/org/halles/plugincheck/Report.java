package org.halles.plugincheck;

import java.util.ArrayList;
import java.util.List;

/** What was found out about a jar, in words for whoever wants to install it. */
final class Report {

  private static final int LONGEST = 700;

  private final List<String> good = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  /** Something that is as it should be. */
  void good(String text, Object... facts) {
    good.add(text.formatted(facts));
  }

  /** Something worth knowing that keeps nobody from installing it. */
  void remark(String text, Object... facts) {
    remarks.add(text.formatted(facts));
  }

  /** A reason not to install it. */
  void fault(String text, Object... facts) {
    String whole = text.formatted(facts).replaceAll("\\s+", " ").strip();
    faults.add(whole.length() > LONGEST ? whole.substring(0, LONGEST) + "…" : whole);
  }

  boolean isClean() {
    return faults.isEmpty();
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  List<String> remarks() {
    return List.copyOf(remarks);
  }

  /** One line for each finding, the worst first. */
  String text() {
    StringBuilder text = new StringBuilder();
    faults.forEach(line -> text.append("  wrong   ").append(line).append('\n'));
    remarks.forEach(line -> text.append("  note    ").append(line).append('\n'));
    good.forEach(line -> text.append("  fine    ").append(line).append('\n'));
    return text.toString();
  }
}
