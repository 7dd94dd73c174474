package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.halles.it.Answer;
import org.halles.it.SharedInput;
import org.halles.it.Shop;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Strings that broke other people's software go into every text of the API: never a 5xx. */
class NaughtyStringsIT {

  private static final List<String> OURS =
      List.of(
          "\u0000",
          "a\u0000b",
          "\ud800",
          "\udfff\ud800",
          "' or 1=1 --",
          "'; drop table account; --",
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "#{7*7} ${7*7} {{7*7}}",
          "${jndi:ldap://127.0.0.1/a}",
          "=cmd|' /C calc'!A0",
          "../../../../etc/passwd",
          "\r\nSet-Cookie: a=b",
          "\u202e\u2066abc\u2069",
          "\ufeff\u200b\u00ad",
          "Z\u0351\u032b\u0343a\u0369l\u0346g\u0311o\u035b",
          "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67",
          "NULL",
          "undefined",
          "NaN",
          "-9223372036854775809",
          "1e400",
          " ",
          "",
          "%00%0d%0a",
          "\\\\server\\share",
          "a".repeat(70_000),
          "\u00e9".repeat(20_000));

  @TestFactory
  Stream<DynamicTest> oursGoIntoEveryText() {
    TwoStalls stalls = TwoStalls.open();
    return withBody()
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.key(),
                    () -> {
                      for (Texts place : Texts.in(stalls.body(operation))) {
                        for (String naughty : OURS) {
                          send(operation, stalls, List.of(place), naughty);
                        }
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> thePublishedListGoesThroughAllOperations() throws IOException {
    List<String> published = published();
    TwoStalls stalls = TwoStalls.open();
    List<Operation> operations = withBody().toList();
    List<DynamicTest> tests = new ArrayList<>();
    for (int turn = 0; turn < operations.size(); turn++) {
      Operation operation = operations.get(turn);
      int first = turn;
      tests.add(
          DynamicTest.dynamicTest(
              operation.key(),
              () -> {
                for (int i = first; i < published.size(); i += operations.size()) {
                  send(operation, stalls, Texts.in(stalls.body(operation)), published.get(i));
                }
              }));
    }
    return tests.stream();
  }

  @Test
  void oursAreHarmlessInQueriesAndPaths() {
    Shop operator = TwoStalls.open().operator();
    for (Operation operation : Operation.served()) {
      if (!operation.method().equals("GET")) {
        continue;
      }
      for (String naughty : OURS.subList(0, OURS.size() - 2)) {
        String encoded = URLEncoder.encode(naughty, StandardCharsets.UTF_8).replace("+", "%20");
        for (String name : operation.queryParameters()) {
          String path = TwoStalls.open().fill(operation.path());
          harmless(operator.get(path + "?" + name + "=" + encoded));
        }
        if (operation.path().contains("{") && !naughty.contains("..")) {
          harmless(operator.get(operation.path().replaceAll("\\{[a-zA-Z]+}", "x" + encoded)));
        }
      }
    }
  }

  private static void send(
      Operation operation, TwoStalls stalls, List<Texts> places, String naughty) {
    JsonNode body = stalls.body(operation);
    for (Texts place : places) {
      body = place.replaced(body, TextNode.valueOf(naughty));
    }
    harmless(operation.call(stalls.operatorFor(operation), stalls, body));
  }

  private static void harmless(Answer answer) {
    assertThat(answer.status()).as("%s", answer).isLessThan(500);
    if (answer.status() >= 400) {
      assertThat(answer.problem()).as("%s", answer).isNotEmpty();
    }
  }

  /** Signing in is left out: so many wrong attempts are, rightly, too many. */
  private static Stream<Operation> withBody() {
    return Operation.served().stream()
        .filter(Operation::takesBody)
        .filter(operation -> !operation.path().equals("/api/v1/tokens"));
  }

  private static List<String> published() throws IOException {
    Path file = SharedInput.path("data/adversarial/blns.txt");
    List<String> strings =
        Files.readAllLines(file).stream()
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    assertThat(strings).hasSizeGreaterThan(300);
    return strings;
  }
}
