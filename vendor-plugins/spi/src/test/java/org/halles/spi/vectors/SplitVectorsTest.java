package org.halles.spi.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Our arithmetic against numbers that other projects publish. A vector either comes out the same by
 * our stated method, or is listed in {@code other-methods.txt} with the reason why it documents
 * another one. What is published as a mistake must not come out.
 */
class SplitVectorsTest {

  private static final Map<String, Solver> SOLVERS = solvers();
  private static final String NOT_COMPUTED = "cannot be computed";

  private final Map<String, String> otherMethods = reasons("other-methods.txt");
  private final Map<String, String> otherKinds = reasons("other-kinds.txt");
  private List<JsonNode> vectors;

  @BeforeEach
  void read() throws IOException {
    String given = System.getProperty("halles.shared");
    Path shared = given != null ? Path.of(given) : Path.of("../../../shared");
    Path file = shared.resolve("vectors/split-vectors.json");
    assumeTrue(Files.isReadable(file), "no vectors at " + file);
    JsonNode read = new ObjectMapper().readTree(Files.newInputStream(file)).get("vectors");
    vectors = StreamSupport.stream(read.spliterator(), false).toList();
  }

  @Test
  void every_vector_comes_out_or_is_listed_with_the_method_it_documents() {
    Map<String, String> neither = new TreeMap<>();
    for (JsonNode vector : concerning()) {
      String id = vector.get("id").asText();
      if (!isMistake(vector) && !otherMethods.containsKey(id) && !reproduced(vector)) {
        neither.put(id, describe(vector));
      }
    }
    assertThat(neither).as("these neither come out nor are listed").isEmpty();
  }

  @Test
  void no_listed_vector_comes_out() {
    List<String> needless = new ArrayList<>();
    for (JsonNode vector : concerning()) {
      if (otherMethods.containsKey(vector.get("id").asText()) && reproduced(vector)) {
        needless.add(vector.get("id").asText());
      }
    }
    assertThat(needless).as("these come out: take them off the list").isEmpty();
    assertThat(vectors.stream().map(v -> v.get("id").asText())).containsAll(otherMethods.keySet());
  }

  @Test
  void no_published_mistake_comes_out() {
    List<JsonNode> mistakes = concerning().stream().filter(SplitVectorsTest::isMistake).toList();

    assertThat(mistakes).hasSizeGreaterThanOrEqualTo(3);
    assertThat(mistakes)
        .allSatisfy(
            vector -> {
              assertThat(answer(vector)).as(describe(vector)).doesNotContainKey(NOT_COMPUTED);
              assertThat(reproduced(vector)).as(describe(vector)).isFalse();
            });
  }

  @Test
  void every_kind_is_computed_or_belongs_to_another_check() {
    List<String> unknown =
        vectors.stream()
            .map(vector -> vector.get("kind").asText())
            .filter(kind -> !SOLVERS.containsKey(kind) && !otherKinds.containsKey(kind))
            .distinct()
            .toList();

    assertThat(unknown).as("kinds nobody computes").isEmpty();
    assertThat(otherKinds.keySet()).doesNotContainAnyElementsOf(SOLVERS.keySet());
  }

  @Test
  void where_a_refund_must_end_at_zero_it_does() {
    JsonNode drift =
        vectors.stream()
            .filter(v -> v.get("expected").has("correct_final_balance"))
            .findFirst()
            .orElseThrow();

    assertThat(new BigDecimal(answer(drift).get("correct_final_balance").toString()))
        .isEqualByComparingTo(drift.get("expected").get("correct_final_balance").decimalValue());
  }

  private List<JsonNode> concerning() {
    return vectors.stream().filter(v -> SOLVERS.containsKey(v.get("kind").asText())).toList();
  }

  private static boolean isMistake(JsonNode vector) {
    return vector.path("note").asText().startsWith("ANTI-VECTOR");
  }

  private static boolean reproduced(JsonNode vector) {
    Map<String, Object> answer = answer(vector);
    JsonNode expected = vector.get("expected");
    if (answer.containsKey(NestedVectors.AMOUNTS)) {
      List<Long> amounts = new ArrayList<>();
      expected.forEach(amount -> amounts.add(amount.asLong()));
      return amounts.stream().sorted().toList().equals(answer.get(NestedVectors.AMOUNTS));
    }
    return StreamSupport.stream(
            ((Iterable<Map.Entry<String, JsonNode>>) expected::fields).spliterator(), false)
        .allMatch(field -> same(field.getValue(), answer.get(field.getKey())));
  }

  private static Map<String, Object> answer(JsonNode vector) {
    try {
      return SOLVERS.get(vector.get("kind").asText()).solve(vector.get("inputs"));
    } catch (RuntimeException unreadable) {
      return Map.of(NOT_COMPUTED, unreadable);
    }
  }

  /** Equal as numbers, element by element, name by name. */
  private static boolean same(JsonNode expected, Object actual) {
    if (actual instanceof List<?> list) {
      return expected.size() == list.size()
          && IntStream.range(0, list.size()).allMatch(i -> same(expected.get(i), list.get(i)));
    }
    if (actual instanceof Map<?, ?> map) {
      return expected.size() == map.size()
          && map.keySet().stream()
              .allMatch(key -> same(expected.path(key.toString()), map.get(key)));
    }
    if (actual instanceof Boolean) {
      return actual.equals(expected.asBoolean());
    }
    return actual != null
        && expected.asText().matches("-?[\\d.]+")
        && new BigDecimal(expected.asText()).compareTo(new BigDecimal(actual.toString())) == 0;
  }

  private static String describe(JsonNode vector) {
    return "%s %s: expected %s, ours %s"
        .formatted(
            vector.get("kind").asText(),
            vector.get("inputs"),
            vector.get("expected"),
            answer(vector));
  }

  private static Map<String, Solver> solvers() {
    Map<String, Solver> all = new HashMap<>();
    all.putAll(AllocationVectors.solvers());
    all.putAll(CommissionVectors.solvers());
    all.putAll(RefundVectors.solvers());
    all.putAll(TotalsVectors.solvers());
    all.putAll(RoundingVectors.solvers());
    all.putAll(NestedVectors.solvers());
    return all;
  }

  /** Lines of an id or a kind and a reason; {@code #} begins a comment. */
  private static Map<String, String> reasons(String resource) {
    try (InputStream in = SplitVectorsTest.class.getResourceAsStream(resource)) {
      Map<String, String> reasons = new TreeMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\s+", 2))
          .forEach(parts -> reasons.put(parts[0], parts[1]));
      return reasons;
    } catch (IOException unreadable) {
      throw new IllegalStateException(resource, unreadable);
    }
  }
}
