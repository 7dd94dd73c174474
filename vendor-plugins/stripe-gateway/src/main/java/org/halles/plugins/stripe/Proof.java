package org.halles.plugins.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.File;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.FileCreateParams;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.BiFunction;
import org.halles.spi.PaymentGateway.Evidence;
import org.halles.spi.PaymentGateway.EvidenceFile;

/**
 * Evidence as Stripe takes it: words, and files that are uploaded first. Stripe has one place for a
 * file of no special kind and one for each of some kinds; a second file and those after it go to
 * the places that are left, in the order in which a bank is likely to look.
 */
final class Proof {

  /** A place for a file in Stripe's evidence. */
  private interface Place
      extends BiFunction<
          DisputeUpdateParams.Evidence.Builder, String, DisputeUpdateParams.Evidence.Builder> {}

  private static final List<Place> PLACES =
      List.of(
          DisputeUpdateParams.Evidence.Builder::setUncategorizedFile,
          DisputeUpdateParams.Evidence.Builder::setShippingDocumentation,
          DisputeUpdateParams.Evidence.Builder::setCustomerCommunication,
          DisputeUpdateParams.Evidence.Builder::setReceipt,
          DisputeUpdateParams.Evidence.Builder::setServiceDocumentation);

  private final Stripe stripe;

  Proof(Stripe stripe) {
    this.stripe = stripe;
  }

  /** Uploads the files, under keys of their own: sent again they are the same files. */
  DisputeUpdateParams.Evidence of(String reference, Evidence evidence) throws StripeException {
    DisputeUpdateParams.Evidence.Builder builder =
        DisputeUpdateParams.Evidence.builder().setUncategorizedText(evidence.text());
    for (int i = 0; i < Math.min(PLACES.size(), evidence.files().size()); i++) {
      PLACES.get(i).apply(builder, upload(reference + "-" + i, evidence.files().get(i)));
    }
    return builder.build();
  }

  private String upload(String key, EvidenceFile file) throws StripeException {
    FileCreateParams params =
        FileCreateParams.builder()
            .setPurpose(FileCreateParams.Purpose.DISPUTE_EVIDENCE)
            .setFile(new ByteArrayInputStream(file.content()))
            .build();
    File made = stripe.api().files().create(params, Stripe.under("evidence-" + key));
    return made.getId();
  }
}
