package org.halles.api.checkout;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.halles.api.json.Json;
import org.halles.api.problem.Problem;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.shared.Idempotency;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.shared.Violation;

/** The idempotency keys of checkouts: claimed, and given a refusal to repeat where one came. */
@ApplicationScoped
public class CheckoutKeys {

  private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,255}");

  private Idempotency idempotency;
  private CurrentCaller caller;

  protected CheckoutKeys() {}

  @Inject
  public CheckoutKeys(Idempotency idempotency, CurrentCaller caller) {
    this.idempotency = idempotency;
    this.caller = caller;
  }

  /**
   * @param id what is bought: it stands for the buyer who is not signed in
   * @param purchase the whole request
   */
  Idempotency.Begun begin(String key, UUID id, Object purchase) {
    if (key == null || !KEY.matcher(key).matches()) {
      throw new InvalidInput(
          new Violation(
              "Idempotency-Key",
              "is required: a header of 1 to 255 printable ASCII characters, new for each purchase",
              key));
    }
    String scope = caller.get().account().map(account -> "account:" + account).orElse("cart:" + id);
    return idempotency.begin(scope, key, Idempotency.hash("checkout", json(purchase)));
  }

  /** A refusal is an answer to be repeated, unless it says that a server is down. */
  Refusal remember(Idempotency.Ticket ticket, Refusal refusal) {
    Problem problem = Problem.of(refusal);
    if (problem.status() < 500) {
      idempotency.finish(ticket, new Idempotency.Answer(problem.status(), json(problem), null));
    } else {
      idempotency.release(ticket);
    }
    return refusal;
  }

  /** Nobody knows how far it came: the next request with this key finds out. */
  RuntimeException letGo(Idempotency.Ticket ticket, RuntimeException trouble) {
    try {
      idempotency.release(ticket);
    } catch (RuntimeException alsoTrouble) {
      trouble.addSuppressed(alsoTrouble);
    }
    return trouble;
  }

  private static String json(Object value) {
    try {
      return Json.mapper().writeValueAsString(value);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
