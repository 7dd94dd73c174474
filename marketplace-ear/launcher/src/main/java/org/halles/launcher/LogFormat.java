package org.halles.launcher;

import java.util.List;
import java.util.Locale;

/** How a server writes its log: lines for people, or JSON for programs that collect logs. */
enum LogFormat {
  TEXT("org.jboss.logmanager.formatters.PatternFormatter") {
    @Override
    String settings() {
      return """
          formatter.F.properties=pattern
          formatter.F.pattern=%d{yyyy-MM-dd HH\\:mm\\:ss,SSS} %-5p [%c] (%t) %s%e%n
          """;
    }
  },
  JSON("org.jboss.logmanager.formatters.JsonFormatter") {
    @Override
    String settings() {
      return """
          formatter.F.properties=keyOverrides,exceptionOutputType
          formatter.F.constructorProperties=keyOverrides
          formatter.F.keyOverrides=logger-name\\=logger,thread-name\\=thread,timestamp\\=time
          formatter.F.exceptionOutputType=FORMATTED
          """;
    }
  };

  private static final String OPTION = "-Dhalles.log.json=true";

  private final String formatter;

  LogFormat(String formatter) {
    this.formatter = formatter;
  }

  abstract String settings();

  /**
   * What {@code HALLES_LOG} says.
   *
   * @throws Refusal if it is neither {@code text} nor {@code json}
   */
  static LogFormat named(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "", "text" -> TEXT;
      case "json" -> JSON;
      default -> throw new Refusal("HALLES_LOG is \"%s\"; give text or json.", text);
    };
  }

  /** The one that a server with these options writes. */
  static LogFormat of(List<String> options) {
    return options.contains(OPTION) ? JSON : TEXT;
  }

  /** What the server's Java machine is told, for configure.cli names both. */
  List<String> options() {
    return this == JSON ? List.of(OPTION, "-Dhalles.log.text=false") : List.of();
  }

  /** The server's {@code logging.properties}: how it logs until it has read its configuration. */
  String firstLines() {
    return """
        loggers=
        logger.level=INFO
        logger.handlers=H
        handler.H=org.jboss.logmanager.handlers.ConsoleHandler
        handler.H.formatter=F
        handler.H.properties=autoFlush,target
        handler.H.autoFlush=true
        handler.H.target=SYSTEM_OUT
        formatter.F=%s
        %s"""
        .formatted(formatter, settings());
  }
}
