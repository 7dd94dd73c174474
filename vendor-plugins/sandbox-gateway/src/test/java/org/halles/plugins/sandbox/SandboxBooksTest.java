package org.halles.plugins.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway.ChargeRequest;
import org.halles.spi.PaymentOutcome.Approved;
import org.junit.jupiter.api.Test;

/** The sandbox's books: made once by whoever comes first, durable, cheap to use. */
class SandboxBooksTest {

  @Test
  void servers_that_start_together_make_the_schema_once_and_share_the_secret() {
    DataSource database = SandboxDatabase.freshDatabase("together");

    List<CompletableFuture<String>> secrets =
        IntStream.range(0, 6)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> secretOf(database)))
            .toList();

    assertThat(secrets.stream().map(CompletableFuture::join).distinct()).hasSize(1);
  }

  @Test
  void a_charge_survives_the_server_and_is_answered_the_same_by_the_next() {
    DataSource database = SandboxDatabase.freshDatabase("restarted");
    ChargeRequest request = request();

    var before = gateway(database).charge(request);

    assertThat(before).isInstanceOf(Approved.class);
    assertThat(gateway(database).find(request.idempotencyKey())).isEqualTo(before);
    assertThat(gateway(database).charge(request)).isEqualTo(before);
  }

  @Test
  void an_approved_charge_takes_one_statement() {
    AtomicInteger statements = new AtomicInteger();
    SandboxGateway gateway = gateway(counting(SandboxDatabase.dataSource(), statements));
    gateway.charge(request());
    statements.set(0);

    gateway.charge(request());

    assertThat(statements).hasValue(1);
  }

  @Test
  void a_database_that_is_away_is_a_fault_and_works_again_when_it_is_back() {
    DataSource[] database = {away()};
    SandboxGateway gateway =
        new SandboxGateway(() -> database[0], Clock.systemUTC(), Thread::sleep);

    assertThatThrownBy(() -> gateway.charge(request()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot reach its books");
    database[0] = SandboxDatabase.dataSource();

    assertThat(gateway.charge(request())).isInstanceOf(Approved.class);
  }

  private static String secretOf(DataSource database) {
    return HexFormat.of().formatHex(new Database(() -> database).secret());
  }

  private static SandboxGateway gateway(DataSource database) {
    return new SandboxGateway(() -> database, Clock.systemUTC(), Thread::sleep);
  }

  private static ChargeRequest request() {
    return new ChargeRequest(
        UUID.randomUUID().toString(),
        Money.of(1_999, "EUR"),
        "approved",
        "H-1",
        "/orders/H-1",
        Map.of());
  }

  private static DataSource away() {
    return fake(
        DataSource.class,
        (method, arguments) -> {
          throw new SQLException("connection refused");
        });
  }

  private static DataSource counting(DataSource database, AtomicInteger statements) {
    return fake(
        DataSource.class,
        (method, arguments) -> {
          Connection connection = database.getConnection();
          return fake(
              Connection.class,
              (inner, innerArguments) -> {
                if (inner.getName().equals("prepareStatement")) {
                  statements.incrementAndGet();
                }
                return inner.invoke(connection, innerArguments);
              });
        });
  }

  private interface Call {
    Object with(Method method, Object[] arguments) throws Exception;
  }

  private static <T> T fake(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call.with(method, arguments)));
  }
}
