package org.halles.launcher.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.halles.launcher.client.Api;

/** What a running marketplace found wrong with its plugins when it started with them. */
public interface FoundFaults {

  /**
   * A plugin that takes no part, or not with all it brings.
   *
   * @param id its id
   * @param problems what is wrong and what to do
   */
  record Faulty(String id, List<String> problems) {}

  /** Nothing is running that could have found anything. */
  FoundFaults NONE = List::of;

  /** Of all plugins but those that were left out before the start. */
  List<Faulty> all();

  /** As an operator of it reads. */
  static List<Faulty> readBy(Api operator) {
    List<Faulty> all = new ArrayList<>();
    for (JsonNode plugin :
        operator.get("/api/v1/operator/plugins").expect(200).json().path("items")) {
      List<String> problems = new ArrayList<>();
      plugin.path("problems").forEach(problem -> problems.add(problem.asText()));
      if (!problems.isEmpty() && !plugin.path("location").asText().startsWith("plugins/")) {
        all.add(new Faulty(plugin.path("id").asText(), problems));
      }
    }
    return all;
  }
}
