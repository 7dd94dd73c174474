package org.halles.launcher.front;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The figures of several nodes, as one server of Prometheus reads them. */
class FiguresTest {

  @Test
  void everyFigureSaysOfWhichNodeItIsAndThoseOfOneNameStandTogether() {
    Figures figures = new Figures();
    String told =
        """
        # HELP halles_payouts_failed of payouts
        # TYPE halles_payouts_failed gauge
        halles_payouts_failed %d.0
        # HELP halles_requests_seconds how long
        # TYPE halles_requests_seconds summary
        halles_requests_seconds_count{answer="2xx",part="shop"} %d
        halles_requests_seconds_sum{answer="2xx",part="shop"} 0.5
        """;
    figures.add("node-1", true, told.formatted(2, 7));
    figures.add("node-2", true, told.formatted(3, 8));

    assertThat(figures.text())
        .isEqualTo(
            """
            # HELP halles_node_up Whether the front leads requests there
            # TYPE halles_node_up gauge
            halles_node_up{node="node-1"} 1
            halles_node_up{node="node-2"} 1
            # HELP halles_payouts_failed of payouts
            # TYPE halles_payouts_failed gauge
            halles_payouts_failed{node="node-1"} 2.0
            halles_payouts_failed{node="node-2"} 3.0
            # HELP halles_requests_seconds how long
            # TYPE halles_requests_seconds summary
            halles_requests_seconds_count{node="node-1",answer="2xx",part="shop"} 7
            halles_requests_seconds_sum{node="node-1",answer="2xx",part="shop"} 0.5
            halles_requests_seconds_count{node="node-2",answer="2xx",part="shop"} 8
            halles_requests_seconds_sum{node="node-2",answer="2xx",part="shop"} 0.5
            """);
  }

  @Test
  void aNodeThatSaysNothingIsTold() {
    Figures figures = new Figures();
    figures.add("node-1", false, "");

    assertThat(figures.text()).endsWith("halles_node_up{node=\"node-1\"} 0\n");
  }
}
