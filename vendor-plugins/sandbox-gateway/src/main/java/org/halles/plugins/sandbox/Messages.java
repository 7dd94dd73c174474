package org.halles.plugins.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.halles.spi.PaymentGateway.GatewayEvent;
import org.halles.spi.SimulatedAction.SignedMessage;

/** Writes and reads the messages the sandbox sends about its operations. */
final class Messages {

  private final Signature signature;

  Messages(byte[] secret) {
    this.signature = new Signature(secret);
  }

  /** The signed message about the state an operation has now. */
  SignedMessage about(Operation operation, Instant now) {
    String status = operation.statusAt(now);
    return signed(
        "evt_" + operation.reference() + "_" + status,
        operation.kind() + "." + status,
        operation.key(),
        operation.lastEventAt(),
        now);
  }

  /** The signed message about the state a chargeback has now. */
  SignedMessage about(Chargebacks.Changed chargeback, Instant now) {
    String state = chargeback.it().state().name().toLowerCase(Locale.ROOT);
    String reference = chargeback.it().reference();
    return signed(
        "evt_" + reference + "_" + state, "chargeback." + state, reference, chargeback.at(), now);
  }

  private SignedMessage signed(String id, String type, String about, Instant at, Instant now) {
    byte[] body =
        Json.createObjectBuilder()
            .add("type", type)
            .add("timestamp", at.toString())
            .add("data", Json.createObjectBuilder().add("idempotencyKey", about))
            .build()
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    return new SignedMessage(body, signature.headers(id, now, body));
  }

  /** What a message says, or empty if it is not from this sandbox or makes no sense. */
  Optional<GatewayEvent> read(byte[] body, Map<String, String> headers, Instant now) {
    return signature.verifiedId(body, headers, now).flatMap(id -> event(id, body));
  }

  private static Optional<GatewayEvent> event(String id, byte[] body) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
      JsonObject message = reader.readObject();
      return Optional.of(
          new GatewayEvent(
              id,
              message.getJsonObject("data").getString("idempotencyKey"),
              message.getString("type"),
              Instant.parse(message.getString("timestamp"))));
    } catch (JsonException
        | DateTimeException
        | NullPointerException
        | ClassCastException notOurs) {
      return Optional.empty();
    }
  }
}
