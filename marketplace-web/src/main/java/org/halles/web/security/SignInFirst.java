package org.halles.web.security;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.halles.web.ui.Language;

/** Leads somebody to the sign-in page, and from there back to where they wanted to go. */
final class SignInFirst {

  private SignInFirst() {}

  static void lead(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String target =
        "/" + languageOf(request) + "/sign-in?next=" + encode(SafePath.or(wanted(request), "/"));
    Redirects.lead(request, response, target);
  }

  /** A GET can be asked again afterwards; of a POST only its page. */
  static String wanted(HttpServletRequest request) {
    // the router's forward leaves the view's address behind when the view throws
    Object asked = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    Object query =
        asked == null
            ? request.getQueryString()
            : request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
    String path = asked == null ? request.getRequestURI() : asked.toString();
    return request.getMethod().equals("GET") && query != null ? path + "?" + query : path;
  }

  private static String languageOf(HttpServletRequest request) {
    String path = wanted(request);
    return Language.SPOKEN.stream()
        .filter(tag -> path.equals("/" + tag) || path.startsWith("/" + tag + "/"))
        .findFirst()
        .orElseGet(() -> Language.wishedFor(request.getHeader("Accept-Language")));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
