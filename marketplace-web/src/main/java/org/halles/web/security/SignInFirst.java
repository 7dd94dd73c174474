package org.halles.web.security;

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
  private static String wanted(HttpServletRequest request) {
    String query = request.getQueryString();
    boolean whole = request.getMethod().equals("GET") && query != null;
    return whole ? request.getRequestURI() + "?" + query : request.getRequestURI();
  }

  private static String languageOf(HttpServletRequest request) {
    String path = request.getRequestURI();
    return Language.SPOKEN.stream()
        .filter(tag -> path.equals("/" + tag) || path.startsWith("/" + tag + "/"))
        .findFirst()
        .orElseGet(() -> Language.wishedFor(request.getHeader("Accept-Language")));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
