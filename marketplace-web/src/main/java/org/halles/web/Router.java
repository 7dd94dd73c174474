package org.halles.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.halles.marketplace.shared.DemoMode;
import org.halles.web.ui.Language;

/**
 * Leads a request to its view and settles the language of the page: from the path on public pages,
 * from the visitor's last choice or the browser on the portals. What is no page of {@link Routes}
 * goes on to whoever else answers it.
 */
public class Router extends HttpFilter {

  private static final long serialVersionUID = 1L;

  /** Remembers the language somebody chose, for the pages that have none in their address. */
  static final String LANGUAGE_COOKIE = "halles-language";

  private static final Pattern DEMO_ONLY = Pattern.compile("/styleguide|/mail(/.*)?");
  private static final int YEAR = 365 * 24 * 60 * 60;
  private static final Pattern PUBLIC =
      Pattern.compile("/(" + String.join("|", Language.SPOKEN) + ")(/.*)?");

  @Inject private transient Language language;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = pathOf(request);
    language.speak(chosenLanguage(request));
    Matcher page = PUBLIC.matcher(path);
    if (path.equals("/") || path.isEmpty()) {
      toHomePage(request, response);
    } else if (page.matches()) {
      language.speak(page.group(1));
      String rest = page.group(2) == null ? "" : page.group(2);
      if (rest.endsWith("/")) {
        toTidyAddress(request, response);
      } else {
        lead(publicView(rest), request, response, chain);
      }
    } else if (request.getParameter("language") != null && isPortal(path)) {
      remember(request, response);
    } else {
      lead(Routes.portalView(path), request, response, chain);
    }
  }

  /** For those who try the market out. */
  private static Optional<String> publicView(String path) {
    boolean hidden = DEMO_ONLY.matcher(path).matches() && !DemoMode.isOn();
    return hidden ? Optional.empty() : Routes.publicView(path);
  }

  /** The whole path: to a servlet that answers all below its address, the rest is extra. */
  private static String pathOf(HttpServletRequest request) {
    String below = request.getPathInfo();
    return below == null ? request.getServletPath() : request.getServletPath() + below;
  }

  private static void lead(
      Optional<String> view,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    if (view.isPresent()) {
      request.getRequestDispatcher(view.get()).forward(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void toHomePage(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Vary", "Accept-Language, Cookie");
    response.setHeader("Cache-Control", "no-cache");
    response.sendRedirect(language.getPath());
  }

  private static void toTidyAddress(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    response.sendRedirect(
        request.getRequestURI().replaceFirst("^/+", "/").replaceFirst("/+$", "") + query);
  }

  private void remember(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    language.speak(request.getParameter("language"));
    Cookie cookie = new Cookie(LANGUAGE_COOKIE, language.getTag());
    cookie.setPath("/");
    cookie.setMaxAge(YEAR);
    cookie.setSecure(request.isSecure());
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
    response.sendRedirect(request.getRequestURI().replaceFirst("^/+", "/"));
  }

  private static boolean isPortal(String path) {
    return path.startsWith("/vendor") || path.startsWith("/operator");
  }

  private static String chosenLanguage(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> LANGUAGE_COOKIE.equals(cookie.getName()))
        .map(Cookie::getValue)
        .filter(Language.SPOKEN::contains)
        .findFirst()
        .orElseGet(() -> Language.wishedFor(request.getHeader("Accept-Language")));
  }
}
