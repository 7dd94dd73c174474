package org.halles.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.halles.api.problem.Answers;
import org.halles.api.problem.Problem;
import org.halles.api.problem.Trouble;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Tokens;

/**
 * Sets the caller for the time of a request. Programs show a bearer token, browsers a cookie; the
 * API never looks at the cookie, so no foreign page can act through a visitor's browser.
 */
public class WhoAsks extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String BEARER = "bearer ";

  @Inject private transient Tokens tokens;
  @Inject private transient CurrentCaller current;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = Paths.of(request);
    if (Paths.isAsset(path)) {
      chain.doFilter(request, response);
    } else if (Paths.isApi(path)) {
      program(request, response, chain);
    } else {
      Caller caller = SessionCookie.read(request).flatMap(tokens::find).orElse(Caller.GUEST);
      proceed(caller, request, response, chain);
    }
  }

  private void program(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String header = request.getHeader("Authorization");
    if (header == null) {
      proceed(Caller.GUEST, request, response, chain);
      return;
    }
    Optional<Caller> caller;
    try {
      caller = find(header);
    } catch (RuntimeException trouble) {
      Answers.write(response, Trouble.problem(trouble, false));
      return;
    }
    if (caller.isPresent()) {
      proceed(caller.get(), request, response, chain);
    } else {
      Answers.write(
          response,
          Problem.of(
              "bad-token", 401, "the bearer token is unknown, expired or revoked: sign in again"));
    }
  }

  private Optional<Caller> find(String header) {
    boolean bearer = header.toLowerCase(Locale.ROOT).startsWith(BEARER);
    return bearer ? tokens.find(header.substring(BEARER.length()).strip()) : Optional.empty();
  }

  private void proceed(
      Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      current.as(
          caller,
          () -> {
            chain.doFilter(request, response);
            return null;
          });
    } catch (IOException | ServletException | RuntimeException thrown) {
      throw thrown;
    } catch (Exception impossible) {
      throw new ServletException(impossible);
    }
  }
}
