package org.halles.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halles.api.Api;
import org.halles.api.problem.Answers;
import org.halles.api.problem.Problem;
import org.halles.api.problem.Trouble;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.shared.Idempotency;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Vault;
import org.halles.marketplace.shared.Violation;

/**
 * Honours {@code Idempotency-Key} on every POST of the API: the same request again gets the same
 * answer, and has no second effect. The checkout is its own master: it stores its answer in the
 * transaction that makes it true.
 */
public class SameAnswer extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String HEADER = "Idempotency-Key";
  private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,255}");
  private static final Pattern CART = Pattern.compile(Api.ROOT + "/carts/([0-9a-fA-F-]{36})/.*");

  /**
   * Its own master; never to be kept, because the answer is a secret; signed instead; files, too
   * large to be held: an import knows its file again, a feed sets what it says.
   */
  private static final Pattern EXEMPT =
      Pattern.compile(
          Api.ROOT
              + "/((gift-cards/)?checkouts|tokens|webhooks/.*|vendor/imports|vendor/feeds/.*)");

  /** Answered with a code, a key or a secret that is told once: such an answer is kept sealed. */
  private static final Pattern SECRET =
      Pattern.compile(
          Api.ROOT
              + "/(operator/store-credits/gift-cards|vendor/api-keys"
              + "|(vendor|operator)/webhooks(/[^/]+/secret)?)");

  private static final String SEAL = "kept-answer";

  /** Says nothing about the request itself: the next attempt may well succeed. */
  private static final Set<Integer> NOT_KEPT = Set.of(401, 408, 413, 415, 429);

  @Inject private transient Idempotency idempotency;
  @Inject private transient CurrentCaller current;
  @Inject private transient Vault vault;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String key = request.getHeader(HEADER);
    boolean ours =
        key != null
            && request.getMethod().equals("POST")
            && !EXEMPT.matcher(Paths.of(request)).matches();
    if (!ours) {
      chain.doFilter(request, response);
    } else if (!KEY.matcher(key).matches()) {
      Answers.write(
          response,
          Problem.of(
              new InvalidInput(
                  new Violation(HEADER, "must have 1 to 255 printable ASCII characters", key))));
    } else {
      once(key, request, response, chain);
    }
  }

  private void once(
      String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Idempotency.Begun begun;
    RereadableRequest again;
    try {
      again = new RereadableRequest(request);
      begun = idempotency.begin(scope(request), key, hash(again));
    } catch (IOException | RuntimeException trouble) {
      Answers.write(response, Trouble.problem(trouble, false));
      return;
    }
    Optional<Idempotency.Answer> former = begun.answer();
    if (former.isPresent()) {
      replay(isSecret(request) ? opened(former.get()) : former.get(), response);
    } else {
      answer(begun.ticket(), again, response, chain);
    }
  }

  private void answer(
      Idempotency.Ticket ticket,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    HeldResponse held = new HeldResponse(response);
    boolean kept = false;
    try {
      chain.doFilter(request, held);
      if (isWorthKeeping(held)) {
        String text = isSecret(request) ? sealed(held.text()) : held.text();
        idempotency.finish(
            ticket, new Idempotency.Answer(held.getStatus(), text, held.getHeader("Location")));
        kept = true;
      }
    } finally {
      if (!kept) {
        idempotency.abandon(ticket);
      }
    }
    held.release();
  }

  private static boolean isWorthKeeping(HeldResponse held) {
    return held.getStatus() < 500
        && !NOT_KEPT.contains(held.getStatus())
        && !held.isLeftToTheServer();
  }

  private static boolean isSecret(HttpServletRequest request) {
    return SECRET.matcher(Paths.of(request)).matches();
  }

  private String sealed(String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(vault.seal(SEAL, plain));
  }

  private Idempotency.Answer opened(Idempotency.Answer kept) {
    byte[] plain = vault.open(SEAL, Base64.getDecoder().decode(kept.body()));
    return new Idempotency.Answer(
        kept.status(), new String(plain, StandardCharsets.UTF_8), kept.location());
  }

  private static void replay(Idempotency.Answer answer, HttpServletResponse response)
      throws IOException {
    response.setStatus(answer.status());
    response.setHeader("Idempotency-Replayed", "true");
    if (answer.location() != null) {
      response.setHeader("Location", answer.location());
    }
    if (answer.body() != null && !answer.body().isEmpty()) {
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      response.setContentType(answer.status() < 400 ? "application/json" : Problem.MEDIA_TYPE);
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }

  /** The account; else the cart in the path; else whoever is at this address of the network. */
  private String scope(HttpServletRequest request) {
    Caller caller = current.get();
    Matcher cart = CART.matcher(Paths.of(request));
    if (caller.accountId() != null) {
      UUID vendor = caller.vendorId();
      return "account:" + caller.accountId() + (vendor == null ? "" : ":" + vendor);
    }
    return cart.matches()
        ? "cart:" + cart.group(1)
        : "guest:" + request.getRemoteAddr() + ":" + agent(request);
  }

  private static String agent(HttpServletRequest request) {
    return Integer.toHexString(String.valueOf(request.getHeader("User-Agent")).hashCode());
  }

  private static byte[] hash(RereadableRequest request) {
    return Idempotency.hash(
        request.getMethod(),
        request.getRequestURI(),
        request.getQueryString(),
        request.getHeader("X-Vendor"),
        new String(request.body(), StandardCharsets.ISO_8859_1));
  }
}
