package org.halles.web.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.halles.marketplace.shared.LogContext;
import org.jboss.logging.MDC;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which id the lines of a request carry. */
class LogLinesTest {

  private static final String GIVEN = "4bf92f3577b34da6a3ce929d0e0e4736";

  @ParameterizedTest
  @ValueSource(strings = {"00-" + GIVEN + "-00f067aa0ba902b7-01"})
  void aBalancerThatTracesGivesTheId(String traceparent) {
    assertThat(idFor(traceparent)).isEqualTo(GIVEN);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-" + GIVEN,
        "00-4bf92f3577b34da6a3ce929d0e0e47\n6-00f067aa0ba902b7-01"
      })
  void whateverElseIsThereGetsAnIdOfItsOwn(String traceparent) {
    assertThat(idFor(traceparent)).matches("[0-9a-f]{32}").isNotEqualTo(GIVEN);
  }

  private static String idFor(String traceparent) {
    try (LogContext lines = LogLines.open(traceparent)) {
      return String.valueOf(MDC.get("traceId"));
    }
  }
}
