package org.halles.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cookie that carries a browser's token. Under TLS its name begins with {@code __Host-}: the
 * browser then takes it from nobody but this very host.
 */
public final class SessionCookie {

  private static final String NAME = "halles-session";

  private SessionCookie() {}

  /** The token the browser shows. */
  public static Optional<String> read(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(nameFor(request)))
        .map(Cookie::getValue)
        .findFirst();
  }

  /** Lets the browser keep a token. */
  public static void give(
      HttpServletRequest request, HttpServletResponse response, String token, Duration lifetime) {
    response.addCookie(cookie(request, token, (int) lifetime.toSeconds()));
  }

  /** Takes the token from the browser. */
  public static void take(HttpServletRequest request, HttpServletResponse response) {
    response.addCookie(cookie(request, "", 0));
  }

  private static String nameFor(HttpServletRequest request) {
    return request.isSecure() ? "__Host-" + NAME : NAME;
  }

  private static Cookie cookie(HttpServletRequest request, String value, int seconds) {
    Cookie cookie = new Cookie(nameFor(request), value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setMaxAge(seconds);
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }
}
