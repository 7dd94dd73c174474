package org.halles.marketplace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Who showed which token in the last few seconds, so that a page of ten requests asks the database
 * once. Signing out here forgets at once; another node forgets when the seconds are over.
 */
@ApplicationScoped
class RecentCallers {

  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final int MOST = 10_000;

  private record Seen(Caller caller, Instant until) {}

  private final Map<ByteBuffer, Seen> seen = new ConcurrentHashMap<>();
  private Clock clock;

  protected RecentCallers() {}

  @Inject
  RecentCallers(Clock clock) {
    this.clock = clock;
  }

  Optional<Caller> find(byte[] tokenHash, Supplier<Optional<Caller>> otherwise) {
    ByteBuffer key = ByteBuffer.wrap(tokenHash);
    Instant now = clock.instant();
    Seen known = seen.get(key);
    if (known != null && known.until().isAfter(now)) {
      return Optional.of(known.caller());
    }
    Optional<Caller> found = otherwise.get();
    found.ifPresent(caller -> remember(key, new Seen(caller, now.plus(REMEMBERED))));
    return found;
  }

  private void remember(ByteBuffer key, Seen caller) {
    if (seen.size() >= MOST) {
      seen.clear();
    }
    seen.put(key, caller);
  }

  void forget(byte[] tokenHash) {
    seen.remove(ByteBuffer.wrap(tokenHash));
  }

  void forgetAll() {
    seen.clear();
  }
}
