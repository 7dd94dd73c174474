package org.halles.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what a foreign site makes a visitor's browser send. Browsers say with every POST where it
 * comes from; a POST that does not say is refused. On top, forms of the account carry a token that
 * only a page made for this session knows.
 */
public class SameSite extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = Paths.of(request);
    boolean harmless = HARMLESS.contains(request.getMethod()) || Paths.isApi(path);
    if (harmless || isOurs(request) && tokenFits(request, path)) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private static boolean isOurs(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = request.getHeader("Origin");
    if (origin != null) {
      return origin.equals(originOf(request));
    }
    String referer = request.getHeader("Referer");
    return referer != null && referer.startsWith(originOf(request) + "/");
  }

  private static String originOf(HttpServletRequest request) {
    int port = request.getServerPort();
    boolean usual = port == (request.isSecure() ? 443 : 80);
    return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
  }

  private static boolean tokenFits(HttpServletRequest request, String path) {
    Optional<String> session = SessionCookie.read(request);
    if (session.isEmpty()) {
      return true;
    }
    boolean demanded = Paths.isOfAccount(path);
    String sent = demanded || isForm(request) ? request.getParameter(Csrf.FIELD) : null;
    return sent == null || sent.isEmpty() ? !demanded : Csrf.fits(sent, session.get());
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.startsWith("application/x-www-form-urlencoded");
  }
}
