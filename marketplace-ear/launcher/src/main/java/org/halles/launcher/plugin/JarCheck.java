package org.halles.launcher.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at a jar before it is put into a marketplace. */
public interface JarCheck {

  /** What was found out, and whether the jar may be installed. */
  record Verdict(boolean good, String text) {

    private static final String FAULT = "  wrong   ";
    private static final String MORE = "      ";

    /** The reasons not to install it, each in one line; empty if there is none. */
    List<String> reasons() {
      List<String> faults = new ArrayList<>();
      for (String line : text.split("\n")) {
        if (line.startsWith(FAULT)) {
          faults.add(line.substring(FAULT.length()).strip());
        } else if (line.startsWith(MORE) && !faults.isEmpty()) {
          faults.add(faults.remove(faults.size() - 1) + " " + line.strip());
        }
      }
      return good || !faults.isEmpty() ? faults : List.of(text.strip());
    }
  }

  /** Everything: the jar, its beans, and the contracts of what it brings. */
  Verdict whole(Path jar, List<Path> beside) throws IOException, InterruptedException;

  /** Only what would keep a marketplace from starting. */
  Verdict quick(Path jar, List<Path> beside) throws IOException, InterruptedException;
}
