package org.halles.plugins.stripe;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that speaks the part of Stripe's API the plugin uses, keeps state, answers a repeated
 * idempotency key as the first time, also with a 500, and fails on demand.
 */
final class FakeStripe implements AutoCloseable {

  static final String SECRET = "whsec_test";

  private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]+)\"");

  /** How one request goes wrong. */
  enum Fault {
    /** The connection breaks before anything happened. */
    LOST_ON_THE_WAY,
    /** Everything happened, but the answer is lost. */
    ANSWER_LOST,
    /** Everything happened, and the answer is a 500, now and whenever the key is sent again. */
    SERVER_ERROR_AFTER_ALL,
    /** Too many requests: nothing happened. */
    RATE_LIMITED
  }

  /** What was sent, for comparison with Stripe's description. */
  record Request(String method, String path, Map<String, String> form) {}

  private final HttpServer server;
  private final FakeAccount account = new FakeAccount();
  private final Map<String, Stored> answers = new HashMap<>();
  private final Deque<Fault> faults = new ArrayDeque<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  FakeStripe() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  private record Stored(Map<String, String> form, FakeAccount.Answer answer) {}

  String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  FakeAccount account() {
    return account;
  }

  List<Request> requests() {
    return requests;
  }

  /** The next requests that write go wrong like this; the client itself tries three times. */
  synchronized void fail(Fault fault, int times) {
    for (int i = 0; i < times; i++) {
      faults.add(fault);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    Map<String, String> form = formOf(exchange);
    requests.add(new Request(method, path, form));
    FakeAccount.Answer answer =
        answer(method, path, form, exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    if (answer == null) {
      exchange.close();
      return;
    }
    byte[] body = answer.body().toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.getResponseHeaders().add("Request-Id", "req_fake");
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Map<String, String> formOf(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      return decode(exchange.getRequestURI().getRawQuery());
    }
    byte[] body = exchange.getRequestBody().readAllBytes();
    String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    return type.startsWith("multipart/form-data")
        ? parts(new String(body, StandardCharsets.ISO_8859_1), type.replaceAll(".*boundary=", ""))
        : decode(new String(body, StandardCharsets.UTF_8));
  }

  /** The parts of an upload by name; of the file what it holds, a character a byte. */
  private static Map<String, String> parts(String body, String boundary) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String part : body.split("--" + Pattern.quote(boundary))) {
      Matcher name = NAME.matcher(part);
      int begin = part.indexOf("\r\n\r\n");
      if (name.find() && begin > 0) {
        form.put(name.group(1), part.substring(begin + 4, part.length() - 2));
      }
    }
    return form;
  }

  private synchronized FakeAccount.Answer answer(
      String method, String path, Map<String, String> form, String key) {
    if (method.equals("GET")) {
      return account.read(path, form);
    }
    Fault fault = faults.poll();
    if (fault == Fault.LOST_ON_THE_WAY) {
      return null;
    }
    if (fault == Fault.RATE_LIMITED) {
      return FakeAccount.error(429, "invalid_request_error", "rate_limit", "Too many requests");
    }
    FakeAccount.Answer answer = once(path, form, key, fault == Fault.SERVER_ERROR_AFTER_ALL);
    return fault == Fault.ANSWER_LOST ? null : answer;
  }

  private FakeAccount.Answer once(String path, Map<String, String> form, String key, boolean bad) {
    Stored stored = answers.get(key);
    if (stored != null) {
      return stored.form().equals(form)
          ? stored.answer()
          : FakeAccount.error(
              400, "idempotency_error", null, "Keys can only be used with the same parameters");
    }
    FakeAccount.Answer answer =
        path.equals("/v1/files")
            ? account.upload(form.get("purpose"), form.get("file").length())
            : account.write(path, form);
    FakeAccount.Answer told =
        bad ? FakeAccount.error(500, "api_error", null, "Something went wrong") : answer;
    if (key != null) {
      answers.put(key, new Stored(form, told));
    }
    return told;
  }

  private static Map<String, String> decode(String raw) {
    Map<String, String> form = new LinkedHashMap<>();
    if (raw == null || raw.isEmpty()) {
      return form;
    }
    for (String pair : raw.split("&")) {
      int equals = pair.indexOf('=');
      form.put(
          URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return form;
  }

  /** A message as Stripe sends it about a thing. */
  SignedWebhook message(String type, JsonObject about) {
    return SignedWebhook.of(SECRET, type, about);
  }

  /** The things of one kind whose metadata carry this key. */
  List<JsonObject> made(String collection, String key) {
    List<JsonObject> found = new ArrayList<>();
    for (JsonObject thing : account.all(collection)) {
      JsonObject metadata = thing.getAsJsonObject("metadata");
      if (metadata.has(Stripe.KEY) && metadata.get(Stripe.KEY).getAsString().equals(key)) {
        found.add(thing);
      }
    }
    return found;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
