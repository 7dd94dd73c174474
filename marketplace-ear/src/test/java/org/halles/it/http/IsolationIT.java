package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Everybody calls every operation that the marketplace describes, with the ids of vendor B's
 * things, and gets exactly as far as the matrix in {@code access.csv} says.
 */
class IsolationIT {

  private static final String IN = "in";
  private static final Set<Integer> TURNED_AWAY = Set.of(401, 403);

  /** Operation to caller to what is expected. */
  private static final Map<String, Map<String, String>> MATRIX = readMatrix();

  @Test
  void everyOperationHasALineAndEveryLineAnOperation() {
    Set<String> served =
        Operation.served().stream().map(Operation::key).collect(Collectors.toSet());

    assertThat(served).isNotEmpty().containsExactlyInAnyOrderElementsOf(MATRIX.keySet());
  }

  @TestFactory
  Stream<DynamicTest> everybodyGetsAsFarAsTheMatrixSays() {
    TwoStalls stalls = TwoStalls.open();
    List<Operation> operations = Operation.served();
    // those who must not get in come first: nothing has been changed or used up for them
    return Stream.concat(
        tests(operations, stalls, false).stream(), tests(operations, stalls, true).stream());
  }

  private static List<DynamicTest> tests(
      List<Operation> operations, TwoStalls stalls, boolean admitted) {
    Map<String, Shop> callers = callers(stalls);
    List<DynamicTest> tests = new ArrayList<>();
    for (Operation operation : operations) {
      Map<String, String> row = MATRIX.getOrDefault(operation.key(), Map.of());
      row.forEach(
          (who, expected) -> {
            if (expected.equals(IN) == admitted) {
              tests.add(
                  DynamicTest.dynamicTest(
                      operation + " as " + who + ": " + expected,
                      () -> check(operation, callers.get(who), expected, stalls)));
            }
          });
    }
    return tests;
  }

  private static Map<String, Shop> callers(TwoStalls stalls) {
    return Map.of(
        "guest", Shop.asGuest(),
        "buyer", Shop.asBuyer(),
        "stranger", stalls.a(),
        "intruder", stalls.a().with("X-Vendor", stalls.slugOfB()),
        "owner", stalls.b(),
        "operator", stalls.operator().with("X-Vendor", stalls.slugOfB()));
  }

  private static void check(Operation operation, Shop caller, String expected, TwoStalls stalls) {
    // signing out would lock the others out: it is done with a token of its own
    Shop who =
        operation.key().equals("DELETE /api/v1/tokens/current") && expected.equals(IN)
            ? Shop.anew("buyer@halles.example")
            : caller;

    Answer answer = operation.call(who, stalls);

    if (expected.equals(IN) && operation.isGuarded() && operation.method().equals("GET")) {
      answer.expect(200);
    } else if (expected.equals(IN)) {
      boolean wrongPassword = operation.key().equals("POST /api/v1/tokens");
      assertThat(answer.status()).as("%s", answer).isLessThan(500);
      assertThat(wrongPassword || !TURNED_AWAY.contains(answer.status())).as("%s", answer).isTrue();
    } else {
      answer.expect(Integer.parseInt(expected));
      assertThat(answer.problem()).isNotEmpty();
      assertThat(answer.body()).doesNotContain("\"items\"");
    }
  }

  private static Map<String, Map<String, String>> readMatrix() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                IsolationIT.class.getResourceAsStream("access.csv"), StandardCharsets.UTF_8))) {
      List<List<String>> rows =
          lines
              .lines()
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .map(line -> Arrays.asList(line.split(",")))
              .toList();
      Map<String, Map<String, String>> matrix = new LinkedHashMap<>();
      for (List<String> row : rows.subList(1, rows.size())) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int column = 1; column < row.size(); column++) {
          cells.put(rows.get(0).get(column), row.get(column));
        }
        matrix.put(row.get(0), cells);
      }
      return matrix;
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
