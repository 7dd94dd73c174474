package org.halles.marketplace.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.halles.marketplace.shared.Idempotency.Answer;
import org.halles.marketplace.shared.Idempotency.Begun;
import org.halles.marketplace.testing.Marketplace;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

  private final Idempotency idempotency = Marketplace.get(Idempotency.class);
  private final PlatformClock clock = Marketplace.get(PlatformClock.class);
  private final String scope = "cart:" + UUID.randomUUID();
  private final byte[] request = Idempotency.hash("POST", "{}");

  @Test
  void theSameRequestGetsTheFirstAnswer() {
    Begun first = idempotency.begin(scope, "k", request);
    Answer answer = new Answer(202, "{\"a\":1}", "/x");
    idempotency.finish(first.ticket(), answer);

    Begun second = idempotency.begin(scope, "k", request);

    assertThat(first.answer()).isEmpty();
    assertThat(second.answer()).contains(answer);
  }

  @Test
  void anotherRequestUnderTheSameKeyIsRefused() {
    idempotency.begin(scope, "k", request);

    assertThatThrownBy(() -> idempotency.begin(scope, "k", Idempotency.hash("POST", "{1}")))
        .isInstanceOf(Idempotency.KeyReused.class);
  }

  @Test
  void theSameKeyOfSomebodyElseIsAnotherKey() {
    idempotency.begin(scope, "k", request);

    assertThat(idempotency.begin(scope + "x", "k", request).takenOver()).isFalse();
  }

  @Test
  void aRequestThatNeverEndedIsTakenOverWhenItsLeaseEnds() throws Exception {
    idempotency.begin(scope, "k", request);
    assertThatThrownBy(() -> idempotency.begin(scope, "k", request))
        .isInstanceOf(Idempotency.KeyInUse.class);

    Begun later =
        clock.at(Instant.now().plusSeconds(61), () -> idempotency.begin(scope, "k", request));

    assertThat(later.takenOver()).isTrue();
  }

  @Test
  void aReleasedKeyIsTakenOverAtOnceAndAnAbandonedOneIsNew() {
    Begun first = idempotency.begin(scope, "k", request);
    idempotency.release(first.ticket());
    assertThat(idempotency.begin(scope, "k", request).takenOver()).isTrue();

    idempotency.abandon(first.ticket());
    assertThat(idempotency.begin(scope, "k", request).takenOver()).isFalse();
  }

  @Test
  void partsCannotFlowIntoEachOther() {
    assertThat(Idempotency.hash("ab", "c")).isNotEqualTo(Idempotency.hash("a", "bc"));
  }
}
