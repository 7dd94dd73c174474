package org.halles.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.halles.launcher.Refusal;

/**
 * What the marketplace answered.
 *
 * @param request method and path, for messages
 * @param json the body; a missing node if it was not JSON
 */
public record Reply(String request, int status, JsonNode json) {

  /** This reply, if its status is one of the expected; else a refusal that quotes it. */
  public Reply expect(int... statuses) {
    if (Arrays.stream(statuses).noneMatch(expected -> expected == status)) {
      throw new Refusal("%s", request + " answered " + status + ": " + json);
    }
    return this;
  }
}
