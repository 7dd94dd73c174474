package org.halles.web.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The address of this page as the visitor sees it, and what the visitor asked of its look: {@code
 * #{address.canonical}}, {@code #{address.in('en')}}, {@code #{address.theme}}.
 */
@Named("address")
@RequestScoped
public class PageAddress {

  static final String THEME_COOKIE = "halles-theme";

  private HttpServletRequest request;

  protected PageAddress() {}

  @Inject
  public PageAddress(HttpServletRequest request) {
    this.request = request;
  }

  /** The path in the visitor's address bar, without the query. */
  public String getPath() {
    Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    return forwarded == null ? request.getRequestURI() : forwarded.toString();
  }

  /** The query in the visitor's address bar with its question mark, or nothing. */
  public String getQuery() {
    boolean forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) != null;
    Object query =
        forwarded
            ? request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING)
            : request.getQueryString();
    return query == null ? "" : "?" + query;
  }

  /** The whole address, without the query: one page, one address. */
  public String getCanonical() {
    return getOrigin() + getPath();
  }

  /** The same public page in another language, with its query. */
  public String in(String language) {
    return path(language) + getQuery();
  }

  /** The whole address of the same public page in another language. */
  public String canonicalIn(String language) {
    return getOrigin() + path(language);
  }

  /** Scheme, host and port: {@code https://market.example}. */
  public String getOrigin() {
    String whole = request.getRequestURL().toString();
    return whole.substring(0, whole.indexOf('/', whole.indexOf("//") + 2));
  }

  /** {@code light} or {@code dark} if the visitor chose, else nothing: the system decides. */
  public String getTheme() {
    Cookie[] cookies = request.getCookies();
    for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
      boolean known = "light".equals(cookie.getValue()) || "dark".equals(cookie.getValue());
      if (THEME_COOKIE.equals(cookie.getName()) && known) {
        return cookie.getValue();
      }
    }
    return null;
  }

  /** True if the visitor is on this path or below it. */
  public boolean under(String path) {
    return getPath().equals(path) || getPath().startsWith(path + "/");
  }

  private String path(String language) {
    return getPath().replaceFirst("^/[a-z]{2}(?=/|$)", "/" + language);
  }
}
