package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.halles.it.Shop;
import org.halles.it.Stand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs of vendors and of the operator are told what happens: theirs, signed, until taken. */
class WebhooksIT {

  private static final String VENDOR = "/api/v1/vendor/webhooks";
  private static final String OPERATOR = "/api/v1/operator/webhooks";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Somebody's subscription: it is removed when the test is over. */
  private record Hook(Shop owner, String list, String id, String secret) {

    String path() {
      return list + "/" + id;
    }

    JsonNode view() {
      return owner.get(path()).expect(200).json();
    }

    String ping() {
      return owner.post(path() + "/pings", Map.of()).expect(202).json().path("id").asText();
    }

    JsonNode delivery(String delivery) {
      return owner.get(path() + "/deliveries/" + delivery).expect(200).json();
    }
  }

  private final List<Hook> hooks = new ArrayList<>();
  private final String run = "/" + UUID.randomUUID();
  private Programs programs;

  @BeforeEach
  void listen() throws IOException {
    programs = new Programs();
  }

  @AfterEach
  void close() {
    hooks.forEach(hook -> hook.owner().delete(hook.path()));
    programs.close();
  }

  @Test
  void aPurchaseReachesEachOfItsVendorsAndTheMarketplaceAndNobodyElse() {
    Purchase purchase = Purchase.of(2);
    JsonNode groups = purchase.view().path("vendors");
    Shop first = Shop.asOwnerOf(groups.at("/0/vendor/slug").asText());
    Shop second = Shop.asOwnerOf(groups.at("/1/vendor/slug").asText());
    Hook firsts = subscribe(first, VENDOR, run + "/first", "order.paid", "order.shipped");
    Hook seconds = subscribe(second, VENDOR, run + "/second", "order.paid", "order.shipped");
    Hook market = subscribe(Shop.asOperator(), OPERATOR, run + "/market", "order.paid");

    JsonNode order = purchase.pay("approved").expect(201).json();
    String number = order.path("number").asText();
    JsonNode parts = order.path("vendorOrders");
    String firstNumber = partOf(parts, groups.at("/0/vendor/slug").asText());
    String secondNumber = partOf(parts, groups.at("/1/vendor/slug").asText());

    Programs.Message told = programs.await(run + "/first", about("order.paid", firstNumber));
    assertThat(told.isSignedBy(firsts.secret())).isTrue();
    assertThat(told.isSignedBy(seconds.secret())).isFalse();
    assertThat(told.json().at("/data/total/currency").asText()).isEqualTo("EUR");
    assertThat(told.json().at("/data/url").asText())
        .endsWith("/api/v1/vendor/orders/" + firstNumber);
    programs.await(run + "/second", about("order.paid", secondNumber));
    Programs.Message whole =
        programs.await(
            run + "/market", message -> message.at("/data/orderGroup").asText().equals(number));
    assertThat(whole.isSignedBy(market.secret())).isTrue();
    assertThat(whole.body()).contains(firstNumber, secondNumber);
    assertThat(told.body() + whole.body()).doesNotContain("lea.marchal", "Marchal", "accessKey");

    first
        .post(
            "/api/v1/vendor/orders/" + firstNumber + "/shipments",
            Map.of("carrier", "Colissimo", "trackingCode", "6A123"))
        .expect(201);
    assertThat(
            programs
                .await(run + "/first", about("order.shipped", firstNumber))
                .json()
                .at("/data/trackingCode")
                .asText())
        .isEqualTo("6A123");

    assertThat(programs.at(run + "/first")).noneMatch(one -> one.body().contains(secondNumber));
    assertThat(programs.at(run + "/second")).noneMatch(one -> one.body().contains(firstNumber));
    JsonNode logged =
        until(
            () -> first.get(firsts.path() + "/deliveries").expect(200).json().path("items"),
            items -> items.findValuesAsText("status").equals(List.of("DELIVERED", "DELIVERED")));
    assertThat(logged.findValuesAsText("type")).containsExactly("order.shipped", "order.paid");
  }

  @Test
  void whatWasRefusedIsSentAgainUnderItsNumberAndTheLogTellsBoth() {
    Hook hook = subscribe(Stand.open().seller(), VENDOR, run + "/once-500", "order.paid");

    String delivery = hook.ping();
    JsonNode log =
        until(
            () -> hook.delivery(delivery),
            seen -> seen.at("/delivery/status").asText().equals("DELIVERED"));

    assertThat(log.path("attempts").findValuesAsText("statusCode")).containsExactly("200", "500");
    assertThat(programs.at(run + "/once-500"))
        .hasSize(2)
        .extracting(Programs.Message::id)
        .containsOnly("msg_" + delivery);

    hook.owner().post(hook.path() + "/deliveries/" + delivery + "/resend", Map.of()).expect(202);
    until(() -> programs.at(run + "/once-500"), messages -> messages.size() == 3);
  }

  @Test
  void oneThatHangsDelaysNobodyElse() {
    Hook hangs = subscribe(Stand.open().seller(), VENDOR, run + "/hangs", "order.paid");
    Hook brisk = subscribe(Stand.open().seller(), VENDOR, run + "/brisk", "order.paid");
    String first = hangs.ping();
    until(() -> programs.at(run + "/hangs"), messages -> !messages.isEmpty());

    String other = brisk.ping();

    programs.await(run + "/brisk", message -> message.path("type").asText().equals("ping"));
    JsonNode log = until(() -> hangs.delivery(first), seen -> !seen.path("attempts").isEmpty());
    assertThat(log.at("/attempts/0/fault").asText()).isEqualTo("TIMED_OUT");
    assertThat(log.at("/attempts/0/millis").asInt()).isBetween(4_000, 60_000);
    until(
        () -> brisk.delivery(other),
        seen -> seen.at("/delivery/status").asText().equals("DELIVERED"));
  }

  @Test
  void whoeverAnswersGoneHearsNothingMoreAndItsPeopleAreWrittenTo() {
    Stand stand = Stand.open();
    Hook hook = subscribe(stand.seller(), VENDOR, run + "/410", "order.paid");
    hook.ping();

    JsonNode paused = until(hook::view, seen -> seen.path("status").asText().equals("PAUSED"));

    assertThat(paused.path("pausedWhy").asText()).isEqualTo("gone");
    hook.owner().post(hook.path() + "/pings", Map.of()).expect(422);
    String mails = "/en/mail?to=owner@" + stand.slug() + ".example";
    until(() -> Shop.asGuest().get(mails).body(), page -> page.contains("127.0.0.1"));
    JsonNode again =
        hook.owner()
            .put(
                hook.path(),
                Map.of("url", Programs.url(run + "/ok"), "eventTypes", List.of("order.paid")))
            .expect(200)
            .json();
    assertThat(again.path("status").asText()).isEqualTo("ON");
  }

  @Test
  void afterARotationBothSecretsSign() {
    Hook hook = subscribe(Stand.open().seller(), VENDOR, run + "/rotated", "order.paid");
    String fresh =
        hook.owner()
            .post(hook.path() + "/secret", Map.of())
            .expect(200)
            .json()
            .path("secret")
            .asText();
    hook.ping();

    Programs.Message message = programs.await(run + "/rotated", any -> true);

    assertThat(message.isSignedBy(fresh)).isTrue();
    assertThat(message.isSignedBy(hook.secret())).isTrue();
    assertThat(hook.view().toString()).doesNotContain(fresh, hook.secret(), "whsec_");
  }

  @Test
  void aVendorNeitherSeesNorTouchesAnothers() {
    Hook hook = subscribe(Stand.open().seller(), VENDOR, run + "/mine", "order.paid");
    String delivery = hook.ping();
    Shop other = Stand.open().seller();
    Map<String, Object> input =
        Map.of("url", Programs.url(run + "/stolen"), "eventTypes", List.of("order.paid"));

    other.get(hook.path()).expect(404);
    other.put(hook.path(), input).expect(404);
    other.delete(hook.path()).expect(404);
    other.post(hook.path() + "/secret", Map.of()).expect(404);
    other.post(hook.path() + "/pings", Map.of()).expect(404);
    other.get(hook.path() + "/deliveries").expect(404);
    other.get(hook.path() + "/deliveries/" + delivery).expect(404);
    other.post(hook.path() + "/deliveries/" + delivery + "/resend", Map.of()).expect(404);
    Shop.asOperator().get(OPERATOR + "/" + hook.id()).expect(404);
    assertThat(other.get(VENDOR).expect(200).json().path("items")).isEmpty();
    assertThat(hook.view().path("url").asText()).endsWith("/mine");
  }

  @ParameterizedTest
  @CsvSource({
    "http://93.184.216.34/hook, https://",
    "https://127.0.0.1/hook, private network",
    "https://localhost:8443/hook, private network",
    "https://2130706433/hook, private network",
    "https://[::ffff:10.0.0.1]/hook, private network",
    "https://169.254.169.254/latest, private network",
    "http://127.0.0.1:9990/health, https://",
    "https://93.184.216.34:9990/hook, port 443",
    "ftp://example.org/hook, web address"
  })
  void anAddressInsideIsRefused(String url, String why) {
    JsonNode problem =
        Shop.asOperator()
            .post(OPERATOR, Map.of("url", url, "eventTypes", List.of("order.paid")))
            .expect(400)
            .json();

    assertThat(problem.at("/violations/0/field").asText()).isEqualTo("url");
    assertThat(problem.at("/violations/0/message").asText()).contains(why);
  }

  @Test
  void allThatIsWrongIsToldAtOnceAndEditsOfOthersAreNoticed() {
    Shop seller = Stand.open().seller();
    JsonNode problem =
        seller
            .post(VENDOR, Map.of("url", "x", "eventTypes", List.of("order.held"), "version", 2))
            .expect(400)
            .json();
    assertThat(problem.path("violations").findValuesAsText("field"))
        .containsExactlyInAnyOrder("url", "eventTypes", "version");

    Hook hook = subscribe(seller, VENDOR, run + "/edited", "order.paid");
    Map<String, Object> input =
        Map.of("url", Programs.url(run + "/edited"), "eventTypes", List.of("payout.paid"));
    seller.with("If-Match", "\"0\"").put(hook.path(), input).expect(200);
    seller.with("If-Match", "\"0\"").put(hook.path(), input).expect(412);
    assertThat(seller.get(VENDOR + "/event-types").expect(200).json().path("items").toString())
        .contains("order.paid", "payout.failed")
        .doesNotContain("order.held");
  }

  private Hook subscribe(Shop owner, String list, String path, String... types) {
    JsonNode made =
        owner
            .post(list, Map.of("url", Programs.url(path), "eventTypes", List.of(types)))
            .expect(201)
            .json();
    String id = made.at("/subscription/id").asText();
    Hook hook = new Hook(owner, list, id, made.path("secret").asText());
    hooks.add(hook);
    return hook;
  }

  private static Predicate<JsonNode> about(String type, String order) {
    return message ->
        message.path("type").asText().equals(type)
            && message.at("/data/order").asText().equals(order);
  }

  private static String partOf(JsonNode parts, String slug) {
    for (JsonNode part : parts) {
      if (part.at("/vendor/slug").asText().equals(slug)) {
        return part.path("number").asText();
      }
    }
    throw new AssertionError(slug + " has no part in " + parts);
  }

  private static <T> T until(Supplier<T> look, Predicate<T> enough) {
    Instant end = Instant.now().plus(PATIENCE);
    T seen = look.get();
    while (!enough.test(seen)) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("still " + seen);
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      seen = look.get();
    }
    return seen;
  }
}
