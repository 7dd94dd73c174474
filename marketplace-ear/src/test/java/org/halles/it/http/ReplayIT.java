package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.halles.it.Marketplace;
import org.halles.it.SharedInput;
import org.halles.launcher.replay.Replay;
import org.junit.jupiter.api.Test;

/** Real orders of many sellers go through, and every sum agrees with the source. */
class ReplayIT {
  private static final int ORDERS = 120;

  @Test
  void realOrdersComeOutToTheCentavo() throws IOException {
    Path folder = SharedInput.path("data/orders-olist-1000");
    assertThat(new Replay(Marketplace.running().address()).run(folder, ORDERS))
        .as("what the replay printed says which sum differs")
        .isTrue();
  }
}
