package org.halles.plugins.stripe;

import com.stripe.StripeClient;
import com.stripe.net.RequestOptions;
import com.stripe.service.V1Services;
import java.util.function.Supplier;

/** The connection to Stripe: made at first use, with time limits that the caller's own exceed. */
final class Stripe {

  /** What we leave in the metadata of everything we make, to find it by. */
  static final String KEY = "halles_key";

  private static final int CONNECT_MILLIS = 3_000;
  private static final int READ_MILLIS = 12_000;

  private final Supplier<StripeClient> make;
  private volatile StripeClient client;

  Stripe(Settings settings) {
    this.make = () -> connect(settings);
  }

  V1Services api() {
    if (client == null) {
      synchronized (this) {
        if (client == null) {
          client = make.get();
        }
      }
    }
    return client.v1();
  }

  /**
   * The first request to Stripe waits no longer than the marketplace does; the library itself tries
   * once more after a broken connection or a key in use, under the same key.
   */
  private static StripeClient connect(Settings settings) {
    StripeClient.StripeClientBuilder builder =
        StripeClient.builder()
            .setApiKey(settings.secretKey())
            .setConnectTimeout(CONNECT_MILLIS)
            .setReadTimeout(READ_MILLIS)
            .setMaxNetworkRetries(2);
    return settings.apiBase().isBlank()
        ? builder.build()
        : builder.setApiBase(settings.apiBase()).setFilesBase(settings.apiBase()).build();
  }

  static RequestOptions under(String key) {
    return RequestOptions.builder().setIdempotencyKey(key).build();
  }
}
