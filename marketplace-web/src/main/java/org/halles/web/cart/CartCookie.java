package org.halles.web.cart;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The cookie that carries a browser's cart. Set when the first thing is put in, not before; whoever
 * has it has the cart.
 */
public final class CartCookie {

  private static final String NAME = "halles-cart";
  private static final Duration LIFETIME = Duration.ofDays(60);

  private CartCookie() {}

  /** The cart the browser shows, if what it shows can be one. */
  public static Optional<UUID> read(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(nameFor(request)))
        .map(Cookie::getValue)
        .flatMap(CartCookie::id)
        .findFirst();
  }

  /** Lets the browser keep a cart. */
  public static void give(HttpServletRequest request, HttpServletResponse response, UUID cart) {
    response.addCookie(cookie(request, cart.toString()));
  }

  /** Takes the cart from the browser; the cart itself stays. */
  public static void take(HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = cookie(request, "");
    cookie.setMaxAge(0);
    response.addCookie(cookie);
  }

  private static Stream<UUID> id(String text) {
    try {
      return Stream.of(UUID.fromString(text));
    } catch (IllegalArgumentException somebodyPlays) {
      return Stream.empty();
    }
  }

  private static String nameFor(HttpServletRequest request) {
    return request.isSecure() ? "__Host-" + NAME : NAME;
  }

  private static Cookie cookie(HttpServletRequest request, String value) {
    Cookie cookie = new Cookie(nameFor(request), value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setMaxAge((int) LIFETIME.toSeconds());
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }
}
