package org.halles.web.returns;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.returns.Units;

/** The fields {@code units-<line>} of a form. */
final class ChosenLines {

  private static final String UNITS = "units-";

  private ChosenLines() {}

  /** What was chosen; lines left at none are not. */
  static List<Units> of(HttpServletRequest request) {
    List<Units> chosen = new ArrayList<>();
    for (String name : Collections.list(request.getParameterNames())) {
      String typed = request.getParameter(name).strip();
      if (name.startsWith(UNITS) && !typed.isEmpty() && !typed.equals("0")) {
        chosen.add(new Units(line(name), typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : -1));
      }
    }
    return chosen;
  }

  private static UUID line(String name) {
    try {
      return UUID.fromString(name.substring(UNITS.length()));
    } catch (IllegalArgumentException none) {
      return new UUID(0, 0);
    }
  }
}
