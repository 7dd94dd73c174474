package org.halles.marketplace.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SigningSecretTest {

  /** The example that the libraries of the specification are tested with. */
  @Test
  void a_message_is_signed_as_the_specification_shows() {
    SigningSecret secret = SigningSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    assertThat(
            secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330L, "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void each_secret_is_another_and_long_enough() {
    SigningSecret one = SigningSecret.fresh();

    assertThat(one.text()).startsWith("whsec_").isNotEqualTo(SigningSecret.fresh().text());
    assertThat(Base64.getDecoder().decode(one.text().substring("whsec_".length())))
        .hasSizeBetween(24, 64);
    assertThat(SigningSecret.of(one.text()).sign("a", 1, "b")).isEqualTo(one.sign("a", 1, "b"));
    assertThat(one.toString()).doesNotContain(one.text());
  }

  @Test
  void after_a_rotation_both_secrets_sign() {
    SigningSecret now = SigningSecret.fresh();
    SigningSecret before = SigningSecret.fresh();
    UUID id = UUID.randomUUID();
    Parcel parcel = new Parcel(id, id, null, "u", "{}", 0, null, List.of(now, before));

    assertThat(parcel.signature(7).split(" "))
        .containsExactly(now.sign("msg_" + id, 7, "{}"), before.sign("msg_" + id, 7, "{}"));
  }
}
