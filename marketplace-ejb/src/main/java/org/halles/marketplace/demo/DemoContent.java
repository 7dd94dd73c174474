package org.halles.marketplace.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.halles.marketplace.shared.Json;

/** The files of the demo, below {@code demo/} in this archive. */
final class DemoContent {

  private DemoContent() {}

  static DemoMarket market() {
    return read("market.json", DemoMarket.class);
  }

  /** The roots of the tree. */
  static List<DemoCategory> categories() {
    return List.of(read("categories.json", DemoCategory[].class));
  }

  /** What the categories ask for. */
  static DemoAttributes attributes() {
    return read("attributes.json", DemoAttributes.class);
  }

  /** The operator's rules in the order they are asked. */
  static List<JsonNode> commissionRules() {
    return List.of(read("commission-rules.json", JsonNode[].class));
  }

  /** People who would like to sell. */
  static List<DemoApplicant> applicants() {
    return List.of(read("applicants.json", DemoApplicant[].class));
  }

  /** What buyers say of what they got. */
  static List<DemoReviews.Opinion> opinions() {
    return List.of(read("opinions.json", DemoReviews.Opinion[].class));
  }

  /** What a buyer looks for, and what is offered. */
  static List<DemoRequests.Asked> requests() {
    return List.of(read("requests.json", DemoRequests.Asked[].class));
  }

  static DemoVendor vendor(String slug) {
    return read("vendors/" + slug + ".json", DemoVendor.class);
  }

  static byte[] picture(String file) {
    return bytes("pictures/" + file);
  }

  static byte[] file(String file) {
    return bytes("files/" + file);
  }

  private static <T> T read(String name, Class<T> type) {
    try {
      return Json.mapper().readValue(bytes(name), type);
    } catch (IOException broken) {
      throw new UncheckedIOException("demo/" + name + " cannot be read", broken);
    }
  }

  private static byte[] bytes(String name) {
    try (InputStream file = DemoContent.class.getResourceAsStream("/demo/" + name)) {
      if (file == null) {
        throw new IllegalStateException("demo/" + name + " is missing from the archive");
      }
      return file.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException("demo/" + name + " cannot be read", broken);
    }
  }
}
