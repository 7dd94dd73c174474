package org.halles.marketplace.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

/** What lines of the log say beside their words, and that none says it of another request. */
class LogContextTest {

  @Test
  void lines_of_a_request_tell_its_trace_its_order_and_its_vendor() {
    try (LogContext request = LogContext.open("4bf92f3577b34da6a3ce929d0e0e4736")) {
      LogContext.order("H-1234-567A");
      LogContext.vendor("acme");

      assertThat(MDC.get("traceId")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
      assertThat(MDC.get("orderNumber")).isEqualTo("H-1234-567A");
      assertThat(MDC.get("vendor")).isEqualTo("acme");
    }
  }

  @Test
  void nothing_of_it_is_left_for_the_next_request_of_the_thread() {
    try (LogContext request = LogContext.open()) {
      LogContext.order("H-1234-567A");
      LogContext.vendor("acme");
    }

    assertThat(MDC.get("traceId")).isNull();
    assertThat(MDC.get("orderNumber")).isNull();
    assertThat(MDC.get("vendor")).isNull();
  }

  @Test
  void what_nobody_would_take_away_again_is_not_noted() {
    LogContext.order("H-1234-567A");
    LogContext.vendor("acme");

    assertThat(MDC.get("orderNumber")).isNull();
    assertThat(MDC.get("vendor")).isNull();
  }

  @Test
  void each_turn_has_an_id_of_its_own_as_traces_write_it() {
    Object first;
    try (LogContext turn = LogContext.open()) {
      first = MDC.get("traceId");
    }
    try (LogContext turn = LogContext.open()) {
      assertThat(MDC.get("traceId")).isNotEqualTo(first);
    }

    assertThat((String) first).matches("[0-9a-f]{32}");
  }
}
