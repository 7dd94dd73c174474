package org.halles.marketplace.payout;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** No payout of this run waits to be paid by bank. */
public final class NothingToTransfer extends Refusal {

  private static final long serialVersionUID = 1L;

  NothingToTransfer() {
    super(
        Kind.CONFLICT,
        "nothing-to-transfer",
        "no approved payout of this run waits for a bank transfer: approve it, or look at the files"
            + " made before",
        Map.of());
  }
}
