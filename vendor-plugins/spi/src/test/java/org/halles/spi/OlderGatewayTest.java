package org.halles.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.halles.spi.PaymentGateway.Evidence;
import org.halles.spi.PaymentGateway.EvidenceFile;
import org.junit.jupiter.api.Test;

/** A gateway that was compiled against an older SPI goes on doing what it can. */
class OlderGatewayTest {

  @Test
  void aGatewayFromBeforeEvidenceCarriedFilesIsHandedItsWords() {
    AtomicReference<String> said = new AtomicReference<>();
    PaymentGateway older =
        new SilentGateway() {
          @Override
          public boolean contest(String reference, String words) {
            said.set(reference + ": " + words);
            return true;
          }
        };
    EvidenceFile slip = new EvidenceFile("slip.pdf", "application/pdf", new byte[] {1});

    boolean taken = older.contest("cb_1", new Evidence("Signed for.", List.of(slip)));

    assertThat(taken).isTrue();
    assertThat(said).hasValue("cb_1: Signed for.");
  }

  @Test
  void aGatewayThatTakesNoEvidenceSaysSo() {
    assertThat(new SilentGateway().contest("cb_1", Evidence.of("Signed for."))).isFalse();
  }

  /** As little as a gateway may be. */
  private static class SilentGateway implements PaymentGateway {

    @Override
    public String id() {
      return "silent";
    }

    @Override
    public PaymentOutcome charge(ChargeRequest request) {
      return find(request.idempotencyKey());
    }

    @Override
    public PaymentOutcome refund(RefundRequest request) {
      return find(request.idempotencyKey());
    }

    @Override
    public PaymentOutcome find(String idempotencyKey) {
      return new PaymentOutcome.Unknown("it says nothing");
    }

    @Override
    public Optional<GatewayEvent> verify(byte[] body, Map<String, String> headers) {
      return Optional.empty();
    }

    @Override
    public List<GatewayTransaction> transactionsSince(Instant since, int limit) {
      return List.of();
    }
  }
}
