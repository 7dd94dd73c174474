package org.halles.marketplace.seeded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.affiliate.MaturingRound;
import org.halles.marketplace.checkout.Sweeps;
import org.halles.marketplace.credit.GiftPost;
import org.halles.marketplace.dispute.Watching;
import org.halles.marketplace.hold.Releasing;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.payout.Sending;
import org.halles.marketplace.shared.Delivering;
import org.halles.marketplace.testing.Marketplace;

/** What a server does by itself, a round at a time. */
record Workers(Story story) {

  private static final Map<String, Runnable> ROUNDS = new LinkedHashMap<>();

  static {
    ROUNDS.put("the sweeper sweeps", Sweeps::once);
    ROUNDS.put("gift cards are mailed", () -> Marketplace.get(GiftPost.class).sendDue(100));
    ROUNDS.put("events are delivered", Delivering::round);
    ROUNDS.put("money is released", Releasing::round);
    ROUNDS.put("shares of affiliates mature", MaturingRound::round);
    ROUNDS.put("payouts are sent", Sending::round);
    ROUNDS.put("disputes are watched", Watching::round);
  }

  void oneOfThem() {
    List<String> names = new ArrayList<>(ROUNDS.keySet());
    round(story.oneOf(names));
  }

  void all() {
    ROUNDS.keySet().forEach(this::round);
  }

  private void round(String name) {
    story.deed(
        name,
        Caller.SYSTEM,
        () -> {
          ROUNDS.get(name).run();
          return null;
        });
  }
}
