package org.halles.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * OpenTelemetry, for whoever names a collector. Without one the server's subsystem is not even in
 * its configuration: it would trace every request to nobody.
 */
final class Traces {

  private static final String OPTION = "-Dhalles.otel.endpoint=";
  private static final String SUBSYSTEM =
      """
      <subsystem xmlns="urn:wildfly:opentelemetry:1.1" service-name="halles">
        <exporter type="otlp" endpoint="${halles.otel.endpoint}"/>
        <sampler type="ratio" ratio="${halles.otel.share:1}"/>
      </subsystem>
      """;

  private Traces() {}

  /**
   * What the server's Java machine is told; nothing if nobody collects.
   *
   * @throws Refusal if the address or the share is none
   */
  static List<String> options(Map<String, String> environment) {
    String collector = environment.getOrDefault("HALLES_OTEL_ENDPOINT", "").strip();
    if (collector.isEmpty()) {
      return List.of();
    }
    if (!collector.matches("https?://[^/\\s]+(/\\S*)?")) {
      throw new Refusal(
          "HALLES_OTEL_ENDPOINT is \"%s\"; give the collector’s address for OTLP over gRPC, such"
              + " as http://127.0.0.1:4317.",
          collector);
    }
    List<String> options = new ArrayList<>(List.of(OPTION + URI.create(collector)));
    String share = environment.getOrDefault("HALLES_OTEL_SHARE", "").strip();
    if (!share.isEmpty()) {
      options.add("-Dhalles.otel.share=" + checked(share));
    }
    return options;
  }

  private static String checked(String share) {
    if (share.matches("0(\\.\\d+)?|1(\\.0+)?")) {
      return share;
    }
    throw new Refusal(
        "HALLES_OTEL_SHARE is \"%s\"; give which part of the requests is traced, from 0 to 1, such"
            + " as 0.1.",
        share);
  }

  /** The configuration a server with these options starts with, made if it is not the usual one. */
  static String configuration(Path folder, List<String> options) throws IOException {
    String usual = ServerInstallation.CONFIGURATION;
    if (options.stream().noneMatch(option -> option.startsWith(OPTION))) {
      return usual;
    }
    String traced = "halles-traced.xml";
    String server = Files.readString(folder.resolve(usual));
    Files.writeString(
        folder.resolve(traced),
        server.replaceFirst("</profile>", quoted(SUBSYSTEM) + "</profile>"));
    return traced;
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }
}
