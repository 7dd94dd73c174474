package org.halles.plugins.stripe;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a Stripe account holds, and what the requests make of it. */
final class FakeAccount {

  private final Map<String, Map<String, JsonObject>> things = new HashMap<>();
  private final List<JsonObject> booked = new ArrayList<>();
  private final Map<String, Long> balance = new HashMap<>();
  private final String name = UUID.randomUUID().toString().substring(0, 8);
  private int last;

  record Answer(int status, JsonObject body) {}

  static Answer error(int status, String type, String code, String message) {
    JsonObject error = new JsonObject();
    error.addProperty("type", type);
    error.addProperty("message", message);
    if (code != null) {
      error.addProperty("code", code);
    }
    return new Answer(status, wrap("error", error));
  }

  synchronized List<JsonObject> all(String collection) {
    return new ArrayList<>(things.getOrDefault(collection, Map.of()).values());
  }

  synchronized JsonObject one(String collection, String id) {
    return things.getOrDefault(collection, Map.of()).get(id);
  }

  /** The buyer pays on the hosted page, or goes away until it expires. */
  synchronized void finish(String session, String method) {
    JsonObject open = one("checkout/sessions", session);
    if (method == null) {
      open.addProperty("status", "expired");
      return;
    }
    JsonObject intent = one("payment_intents", open.get("intent").getAsString());
    settle(intent, method);
    open.addProperty("status", "complete");
    open.addProperty("payment_intent", intent.get("id").getAsString());
  }

  /** What the buyer's bank says. */
  synchronized void act(String intent, boolean confirmed) {
    JsonObject waiting = one("payment_intents", intent);
    if (confirmed) {
      settle(waiting, "pm_card_visa");
    } else {
      refuse(waiting, "payment_intent_authentication_failure", null);
    }
  }

  /** The vendor has told Stripe all it wanted to know. */
  synchronized void verified(String account) {
    JsonObject vendor = one("accounts", account);
    vendor.addProperty("payouts_enabled", true);
    vendor.add("capabilities", wrap("transfers", "active"));
  }

  /** The buyer's bank takes money of a payment back. */
  synchronized String dispute(String intent, long amount) {
    JsonObject dispute = make("dp", "dispute", Map.of("amount", String.valueOf(amount)));
    dispute.addProperty("payment_intent", intent);
    dispute.add("charge", one("payment_intents", intent).get("latest_charge"));
    dispute.addProperty("currency", "eur");
    dispute.addProperty("reason", "product_not_received");
    dispute.addProperty("status", "needs_response");
    JsonObject details = new JsonObject();
    details.addProperty("due_by", Instant.now().getEpochSecond() + 86_400);
    dispute.add("evidence_details", details);
    JsonArray lines = new JsonArray();
    lines.add(book("adjustment", -amount, 1_500, "eur", dispute));
    dispute.add("balance_transactions", lines);
    return put("disputes", dispute).get("id").getAsString();
  }

  /** The bank gives the money back; Stripe keeps its fee. */
  synchronized void win(String id) {
    decide(id, "won", one("disputes", id).get("amount").getAsLong());
  }

  /** The bank decides and gives so much back. */
  synchronized void decide(String id, String status, long back) {
    JsonObject dispute = one("disputes", id);
    dispute.addProperty("status", status);
    JsonObject source = dispute.deepCopy();
    source.remove("balance_transactions");
    JsonObject line = book("adjustment", back, 0, "eur", source);
    dispute.getAsJsonArray("balance_transactions").add(line);
  }

  /** A transfer is taken back. */
  synchronized void reverse(String transfer) {
    one("transfers", transfer).addProperty("reversed", true);
  }

  /** A file was uploaded. */
  synchronized Answer upload(String purpose, int bytes) {
    JsonObject file = make("file", "file", Map.of("purpose", purpose));
    file.addProperty("size", bytes);
    return new Answer(200, put("files", file));
  }

  synchronized Answer read(String path, Map<String, String> query) {
    String[] parts = path.substring("/v1/".length()).split("/");
    if (path.equals("/v1/balance_transactions")) {
      return list(booked, query);
    }
    String collection = parts[0].equals("checkout") ? "checkout/sessions" : parts[0];
    String id = parts.length > (parts[0].equals("checkout") ? 2 : 1) ? parts[parts.length - 1] : "";
    if (id.isEmpty()) {
      return list(all(collection), query);
    }
    JsonObject found = one(collection, id);
    return found == null
        ? error(404, "invalid_request_error", "resource_missing", "No such thing: " + id)
        : new Answer(200, expanded(found));
  }

  synchronized Answer write(String path, Map<String, String> form) {
    if (path.startsWith("/v1/payment_intents/") && path.endsWith("/capture")) {
      return take(path.split("/")[3], form);
    }
    if (path.endsWith("/cancel")) {
      return cancel(path.split("/")[3]);
    }
    if (path.startsWith("/v1/disputes/")) {
      JsonObject dispute = one("disputes", path.split("/")[3]);
      dispute.addProperty("status", path.endsWith("/close") ? "lost" : "under_review");
      return new Answer(200, dispute);
    }
    return switch (path) {
      case "/v1/payment_intents" -> pay(form);
      case "/v1/checkout/sessions" -> session(form);
      case "/v1/refunds" -> refund(form);
      case "/v1/transfers" -> transfer(form);
      case "/v1/accounts" -> new Answer(200, put("accounts", make("acct", "account", form)));
      case "/v1/account_links" ->
          new Answer(200, wrap("url", "https://connect.stripe.test/" + form.get("account")));
      default -> error(404, "invalid_request_error", null, "Unrecognized request URL: " + path);
    };
  }

  private Answer pay(Map<String, String> form) {
    String method = form.get("payment_method");
    if (!method.startsWith("pm_")) {
      return error(
          400, "invalid_request_error", "resource_missing", "No such PaymentMethod: " + method);
    }
    JsonObject intent = put("payment_intents", make("pi", "payment_intent", form));
    settle(intent, method);
    if (intent.get("status").getAsString().equals("requires_payment_method")) {
      JsonObject error = intent.getAsJsonObject("last_payment_error").deepCopy();
      error.add("payment_intent", intent.deepCopy());
      return new Answer(402, wrap("error", error));
    }
    return new Answer(200, expanded(intent));
  }

  private void settle(JsonObject intent, String method) {
    switch (method) {
      case "pm_card_chargeDeclined" -> refuse(intent, "card_declined", "generic_decline");
      case "pm_card_chargeDeclinedInsufficientFunds" ->
          refuse(intent, "card_declined", "insufficient_funds");
      case "pm_sepa" -> intent.addProperty("status", "processing");
      case "pm_card_threeDSecure2Required" -> {
        intent.addProperty("status", "requires_action");
        JsonObject next = wrap("redirect_to_url", wrap("url", "https://bank.test/3ds"));
        next.addProperty("type", "redirect_to_url");
        intent.add("next_action", next);
      }
      default -> {
        if (isManual(intent)) {
          hold(intent);
        } else {
          capture(intent, intent.get("amount").getAsLong());
        }
      }
    }
  }

  private static boolean isManual(JsonObject intent) {
    return intent.has("capture_method")
        && intent.get("capture_method").getAsString().equals("manual");
  }

  /** The card is charged with nothing yet. */
  private JsonObject hold(JsonObject intent) {
    intent.addProperty("status", "requires_capture");
    intent.add("next_action", JsonNull.INSTANCE);
    JsonObject charge = make("ch", "charge", Map.of());
    charge.add("metadata", intent.get("metadata").deepCopy());
    charge.addProperty("payment_intent", intent.get("id").getAsString());
    charge.addProperty("status", "succeeded");
    charge.addProperty("captured", false);
    charge.addProperty("amount_refunded", 0L);
    intent.addProperty("latest_charge", charge.get("id").getAsString());
    return put("charges", charge);
  }

  private Answer take(String id, Map<String, String> form) {
    JsonObject intent = one("payment_intents", id);
    long amount = Long.parseLong(form.get("amount_to_capture"));
    if (!intent.get("status").getAsString().equals("requires_capture")) {
      return error(
          400, "invalid_request_error", "payment_intent_unexpected_state", "Nothing to capture");
    }
    if (amount > intent.get("amount").getAsLong()) {
      return error(400, "invalid_request_error", "amount_too_large", "More than is held");
    }
    form.forEach(
        (name, value) -> {
          if (name.startsWith("metadata[")) {
            intent
                .getAsJsonObject("metadata")
                .addProperty(name.substring(9, name.length() - 1), value);
          }
        });
    capture(intent, amount);
    return new Answer(200, expanded(intent));
  }

  /** The card's bank lets it go by itself. */
  synchronized void expire(String intent) {
    one("payment_intents", intent).addProperty("status", "canceled");
  }

  private void capture(JsonObject intent, long amount) {
    JsonObject charge =
        intent.has("latest_charge")
            ? one("charges", intent.get("latest_charge").getAsString())
            : hold(intent);
    intent.addProperty("status", "succeeded");
    charge.addProperty("captured", true);
    charge.addProperty("amount", amount);
    String currency = intent.get("currency").getAsString();
    JsonObject line =
        book("charge", amount, Math.min(amount, amount * 15 / 1000 + 25), currency, charge);
    charge.add("balance_transaction", line);
  }

  private static void refuse(JsonObject intent, String code, String declineCode) {
    intent.addProperty("status", "requires_payment_method");
    JsonObject error = new JsonObject();
    error.addProperty("type", "card_error");
    error.addProperty("code", code);
    error.addProperty("message", "Your card was declined.");
    if (declineCode != null) {
      error.addProperty("decline_code", declineCode);
    }
    intent.add("last_payment_error", error);
  }

  private Answer cancel(String id) {
    JsonObject intent = one("payment_intents", id);
    if (List.of("succeeded", "processing").contains(intent.get("status").getAsString())) {
      return error(
          400, "invalid_request_error", "payment_intent_unexpected_state", "Too late to cancel");
    }
    intent.addProperty("status", "canceled");
    return new Answer(200, expanded(intent));
  }

  private Answer session(Map<String, String> form) {
    JsonObject session = put("checkout/sessions", make("cs", "checkout.session", form));
    session.addProperty("status", "open");
    session.addProperty("url", "https://checkout.stripe.test/" + session.get("id").getAsString());
    Map<String, String> paid = new HashMap<>();
    paid.put("amount", form.get("line_items[0][price_data][unit_amount]"));
    paid.put("capture_method", form.get("payment_intent_data[capture_method]"));
    paid.put("currency", form.get("line_items[0][price_data][currency]"));
    paid.put(
        "metadata[" + Stripe.KEY + "]",
        form.get("payment_intent_data[metadata][" + Stripe.KEY + "]"));
    JsonObject intent = put("payment_intents", make("pi", "payment_intent", paid));
    intent.addProperty("status", "requires_payment_method");
    session.addProperty("intent", intent.get("id").getAsString());
    return new Answer(200, session);
  }

  private Answer refund(Map<String, String> form) {
    JsonObject intent = one("payment_intents", form.get("payment_intent"));
    long amount = Long.parseLong(form.get("amount"));
    if (intent == null || !intent.get("status").getAsString().equals("succeeded")) {
      return error(400, "invalid_request_error", "charge_not_paid", "This was never paid");
    }
    JsonObject charge = one("charges", intent.get("latest_charge").getAsString());
    long back = charge.get("amount_refunded").getAsLong() + amount;
    if (back > charge.get("amount").getAsLong()) {
      return error(
          400, "invalid_request_error", "charge_already_refunded", "Greater than what is left");
    }
    charge.addProperty("amount_refunded", back);
    JsonObject refund = put("refunds", make("re", "refund", form));
    refund.addProperty("status", "succeeded");
    refund.addProperty("currency", intent.get("currency").getAsString());
    book("refund", -amount, 0, intent.get("currency").getAsString(), refund);
    return new Answer(200, refund);
  }

  private Answer transfer(Map<String, String> form) {
    long amount = Long.parseLong(form.get("amount"));
    if (balance.getOrDefault(form.get("currency"), 0L) < amount) {
      return error(
          400, "invalid_request_error", "balance_insufficient", "Insufficient funds in account");
    }
    JsonObject transfer = put("transfers", make("tr", "transfer", form));
    transfer.addProperty("reversed", false);
    book("transfer", -amount, 0, form.get("currency"), transfer);
    return new Answer(200, transfer);
  }

  private JsonObject book(String type, long amount, long fee, String currency, JsonObject source) {
    JsonObject line = make("txn", "balance_transaction", Map.of());
    line.addProperty("type", type);
    line.addProperty("amount", amount);
    line.addProperty("fee", fee);
    line.addProperty("currency", currency);
    line.add("source", source.deepCopy());
    booked.add(line);
    balance.merge(currency, amount - fee, Long::sum);
    return line;
  }

  private JsonObject make(String prefix, String object, Map<String, String> form) {
    JsonObject made = new JsonObject();
    made.addProperty("id", prefix + "_" + name + ++last);
    made.addProperty("object", object);
    made.addProperty("created", Instant.now().getEpochSecond());
    JsonObject metadata = new JsonObject();
    form.forEach(
        (name, value) -> {
          if (name.startsWith("metadata[")) {
            metadata.addProperty(name.substring(9, name.length() - 1), value);
          } else if (name.equals("amount")) {
            made.addProperty(name, Long.parseLong(value));
          } else if (!name.contains("[")) {
            made.addProperty(name, value);
          }
        });
    made.add("metadata", metadata);
    return made;
  }

  private JsonObject put(String collection, JsonObject thing) {
    things
        .computeIfAbsent(collection, name -> new LinkedHashMap<>())
        .put(thing.get("id").getAsString(), thing);
    return thing;
  }

  /** With the charge inside the payment, and the payment inside the session. */
  private JsonObject expanded(JsonObject thing) {
    JsonObject copy = thing.deepCopy();
    if (copy.has("latest_charge")) {
      copy.add("latest_charge", one("charges", copy.get("latest_charge").getAsString()));
    }
    if (copy.has("payment_intent") && copy.get("object").getAsString().equals("checkout.session")) {
      copy.add(
          "payment_intent",
          expanded(one("payment_intents", copy.get("payment_intent").getAsString())));
    }
    return copy;
  }

  /** Newest first, within the times asked for, a page at a time. */
  private static Answer list(List<JsonObject> all, Map<String, String> query) {
    long from = Long.parseLong(query.getOrDefault("created[gte]", "0"));
    long to = Long.parseLong(query.getOrDefault("created[lte]", "9999999999"));
    long before = Long.parseLong(query.getOrDefault("created[lt]", "9999999999"));
    int limit = Integer.parseInt(query.getOrDefault("limit", "10"));
    String after = query.get("starting_after");
    JsonArray page = new JsonArray();
    boolean more = false;
    boolean begun = after == null;
    for (int i = all.size() - 1; i >= 0 && !more; i--) {
      JsonObject thing = all.get(i);
      long at = thing.get("created").getAsLong();
      if (begun && at >= from && at <= to && at < before) {
        more = page.size() == limit;
        if (!more) {
          page.add(thing);
        }
      }
      begun = begun || thing.get("id").getAsString().equals(after);
    }
    JsonObject body = wrap("data", page);
    body.addProperty("object", "list");
    body.addProperty("has_more", more);
    return new Answer(200, body);
  }

  private static JsonObject wrap(String name, JsonElement value) {
    JsonObject wrapped = new JsonObject();
    wrapped.add(name, value);
    return wrapped;
  }

  private static JsonObject wrap(String name, String value) {
    JsonObject wrapped = new JsonObject();
    wrapped.addProperty(name, value);
    return wrapped;
  }
}
