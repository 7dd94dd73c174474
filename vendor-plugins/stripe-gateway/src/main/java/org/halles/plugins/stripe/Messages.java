package org.halles.plugins.stripe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.halles.spi.PaymentGateway.GatewayEvent;

/** Stripe's messages: verified on the raw bytes, read only as far as to say what they are about. */
final class Messages {

  /** What Stripe calls disputes are chargebacks here. */
  private static final String DISPUTE = "charge.dispute.";

  private static final long TOLERANCE_SECONDS = 300;

  private final String secret;
  private final Memory memory;
  private final Clock clock;

  Messages(String secret, Memory memory, Clock clock) {
    this.secret = secret;
    this.memory = memory;
    this.clock = clock;
  }

  Optional<GatewayEvent> read(byte[] body, Map<String, String> headers) {
    String signature = headers.getOrDefault("stripe-signature", "");
    if (secret.isBlank() || signature.isBlank() || body.length == 0) {
      return Optional.empty();
    }
    String text = new String(body, StandardCharsets.UTF_8);
    try {
      Webhook.Signature.verifyHeader(text, signature, secret, TOLERANCE_SECONDS, clock);
      JsonObject event = JsonParser.parseString(text).getAsJsonObject();
      JsonObject about = event.getAsJsonObject("data").getAsJsonObject("object");
      String type = event.get("type").getAsString();
      boolean dispute = type.startsWith(DISPUTE);
      String own = about.get("id").getAsString();
      return Optional.of(
          new GatewayEvent(
              event.get("id").getAsString(),
              dispute ? own : keyOf(about).orElse(own),
              dispute ? "chargeback." + type.substring(DISPUTE.length()) : type,
              Instant.ofEpochSecond(event.get("created").getAsLong())));
    } catch (SignatureVerificationException
        | JsonSyntaxException
        | NullPointerException
        | IllegalStateException
        | UnsupportedOperationException unbelievable) {
      return Optional.empty();
    }
  }

  /** Our key: in its metadata, or remembered for it or for the payment it belongs to. */
  private Optional<String> keyOf(JsonObject about) {
    Optional<String> taken = captureOf(about);
    Optional<String> left = taken.isPresent() ? taken : text(about.get("metadata"), Stripe.KEY);
    return left.isPresent()
        ? left
        : Stream.of(text(about, "id"), text(about, "payment_intent"))
            .flatMap(Optional::stream)
            .flatMap(id -> memory.byStripeId(id).stream())
            .map(Sent::key)
            .findFirst();
  }

  /** What took held money, if this is about that and no longer about the hold. */
  private Optional<String> captureOf(JsonObject about) {
    if (text(about, "status").filter("succeeded"::equals).isEmpty()) {
      return Optional.empty();
    }
    Optional<String> left = text(about.get("metadata"), Holds.CAPTURE);
    return left.isPresent()
        ? left
        : text(about, "id")
            .flatMap(memory::byStripeId)
            .filter(sent -> sent.kind() == Sent.Kind.CAPTURE)
            .map(Sent::key);
  }

  private static Optional<String> text(JsonElement element, String name) {
    if (element == null || !element.isJsonObject()) {
      return Optional.empty();
    }
    JsonElement value = element.getAsJsonObject().get(name);
    return value == null || !value.isJsonPrimitive()
        ? Optional.empty()
        : Optional.of(value.getAsString());
  }
}
