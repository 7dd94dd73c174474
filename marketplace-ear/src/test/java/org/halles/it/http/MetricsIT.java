package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.halles.it.Marketplace;
import org.halles.it.Shop;
import org.junit.jupiter.api.Test;

/** What a server tells those who watch it. */
class MetricsIT {

  private static final Pattern FIGURE = Pattern.compile("\\b(halles|datasources)_[a-z_]+");

  @Test
  void everyRequestIsCountedByThePartOfTheSiteAndItsAnswer() throws Exception {
    long before = counted("shop", "4xx");

    Shop.asGuest().with("Accept", "text/html").get("/fr/nothing-here").expect(404);

    assertThat(counted("shop", "4xx")).isGreaterThan(before);
    assertThat(counted("portals", "2xx") + counted("api", "2xx")).isPositive();
  }

  @Test
  void everyAlertLooksAtFiguresThatAreToldAndHasSomethingToDo() throws Exception {
    Shop.asGuest().with("Accept", "text/html").get("/fr").expect(200);
    Path docs = Path.of(System.getProperty("halles.project"), "docs");
    String rules = Files.readString(docs.resolve("alerts.yml"));
    String told = metrics();

    List<String> figures =
        FIGURE.matcher(rules).results().map(MatchResult::group).distinct().toList();
    List<String> alerts =
        Pattern.compile("alert: (\\w+)").matcher(rules).results().map(one -> one.group(1)).toList();

    assertThat(figures).hasSizeGreaterThan(10).allSatisfy(one -> assertThat(told).contains(one));
    assertThat(alerts)
        .hasSizeGreaterThan(9)
        .allSatisfy(
            one ->
                assertThat(Files.readString(docs.resolve("operations.md")))
                    .contains("| `" + one + "` |"));
  }

  private static long counted(String part, String answer) throws Exception {
    return Pattern.compile(
            "halles_requests_seconds_count\\{[^}]*answer=\"%s\",part=\"%s\"\\} (\\d+)"
                .formatted(answer, part))
        .matcher(metrics())
        .results()
        .mapToLong(one -> Long.parseLong(one.group(1)))
        .sum();
  }

  private static String metrics() throws IOException, InterruptedException {
    int port = Marketplace.running().address().getPort() - 8080 + 9990;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
            .timeout(Duration.ofSeconds(20))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}
