package org.halles.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * What the marketplace answered.
 *
 * @param request method and path, for messages
 * @param response status, headers and body as they came
 */
public record Answer(String request, HttpResponse<String> response) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern SQL = Pattern.compile("\\bsql;[^,]*desc=\"?(\\d+)");
  private static final Pattern STATEMENTS = Pattern.compile("\\bstatements;[^,]*desc=\"?(\\d+)");

  public int status() {
    return response.statusCode();
  }

  public String body() {
    return response.body();
  }

  public Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  /** The body as JSON; a missing node when there is none. */
  public JsonNode json() {
    if (response.body().isEmpty()) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + this, e);
    }
  }

  /** The answer itself when its status is the expected one; else the test fails with all of it. */
  public Answer expect(int status) {
    if (status() != status) {
      throw new AssertionError("expected " + status + " but was: " + this);
    }
    return this;
  }

  /** The short name of the problem: the last part of a problem document's type. */
  public String problem() {
    boolean isProblem =
        header("Content-Type")
            .filter(type -> type.startsWith("application/problem+json"))
            .isPresent();
    if (!isProblem) {
      throw new AssertionError("expected a problem document but was: " + this);
    }
    String type = json().path("type").asText();
    return type.substring(type.lastIndexOf('/') + 1);
  }

  /** The fields that the problem document complains about. */
  public List<String> violatedFields() {
    return StreamSupport.stream(json().path("violations").spliterator(), false)
        .map(violation -> violation.path("field").asText())
        .toList();
  }

  /** How many database round trips the request took, as its Server-Timing header says. */
  public OptionalInt databaseRoundTrips() {
    Matcher sql = SQL.matcher(header("Server-Timing").orElse(""));
    return sql.find() ? OptionalInt.of(Integer.parseInt(sql.group(1))) : OptionalInt.empty();
  }

  /** How many SQL statements the request took, as its Server-Timing header says; 0 if unsaid. */
  public int statements() {
    Matcher statements = STATEMENTS.matcher(header("Server-Timing").orElse(""));
    return statements.find() ? Integer.parseInt(statements.group(1)) : 0;
  }

  @Override
  public String toString() {
    return request + " -> " + status() + " " + response.headers().map() + "\n" + body();
  }
}
