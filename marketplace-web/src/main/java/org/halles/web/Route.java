package org.halles.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One address of the site and the view behind it. In the address {@code {name}} stands for one part
 * of the path, {@code {name:id}} for a UUID at its end, and reaches the view as a request
 * parameter.
 */
public final class Route {

  private static final Pattern HOLE = Pattern.compile("\\{([a-zA-Z]+)(:id)?}");

  /** How a UUID is written in an address, and nothing else. */
  public static final String UUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  private final Pattern pattern;
  private final List<String> names = new ArrayList<>();
  private final String view;

  Route(String address, String view) {
    this.view = view;
    StringBuilder regex = new StringBuilder();
    Matcher hole = HOLE.matcher(address);
    int from = 0;
    while (hole.find()) {
      regex.append(Pattern.quote(address.substring(from, hole.start())));
      regex.append('(').append(hole.group(2) == null ? "[^/]+" : UUID).append(')');
      names.add(hole.group(1));
      from = hole.end();
    }
    this.pattern = Pattern.compile(regex.append(Pattern.quote(address.substring(from))).toString());
  }

  /** The view to forward to for this (decoded) path, with its parameters, if it is this route. */
  Optional<String> target(String path) {
    Matcher match = pattern.matcher(path);
    if (!match.matches()) {
      return Optional.empty();
    }
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      parameters.add(
          names.get(i) + "=" + URLEncoder.encode(match.group(i + 1), StandardCharsets.UTF_8));
    }
    return Optional.of(
        view
            + parameters.stream()
                .collect(Collectors.joining("&", parameters.isEmpty() ? "" : "?", "")));
  }

  /** The file of the view. */
  String view() {
    return view;
  }
}
