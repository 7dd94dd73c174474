package org.halles.plugins.stripe;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.halles.spi.SimulatedAction.SignedMessage;

/** Signs as Stripe documents it: HMAC-SHA256 in hexadecimal over timestamp, dot and body. */
record SignedWebhook(byte[] body, Map<String, String> headers) {

  static SignedWebhook of(String secret, String type, JsonObject about) {
    long now = Instant.now().getEpochSecond();
    JsonObject data = new JsonObject();
    data.add("object", about.deepCopy());
    JsonObject event = new JsonObject();
    event.addProperty("id", "evt_" + UUID.randomUUID());
    event.addProperty("object", "event");
    event.addProperty("type", type);
    event.addProperty("created", now);
    event.add("data", data);
    byte[] body = event.toString().getBytes(StandardCharsets.UTF_8);
    return new SignedWebhook(
        body, Map.of("stripe-signature", "t=" + now + ",v1=" + sign(secret, now, body)));
  }

  SignedMessage message() {
    return new SignedMessage(body, headers);
  }

  private static String sign(String secret, long at, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((at + ".").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
