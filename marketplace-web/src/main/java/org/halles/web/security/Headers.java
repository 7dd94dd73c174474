package org.halles.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/** Tells browsers what they may do with an answer: little. */
public class Headers extends HttpFilter {

  private static final long serialVersionUID = 1L;

  /** Everything from here, nothing inline, nobody frames us. */
  static final String SHOP =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  /**
   * The portals' components write styles inline. What scripts may run, PrimeFaces says in a header
   * of its own, with a nonce for each page; a default here would forbid what that allows.
   */
  static final String PORTAL =
      "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self';"
          + " font-src 'self' data:; object-src 'none'; frame-src 'self'; worker-src 'none';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** A storefront while it is being drawn: framed beside its form, and nowhere else. */
  static final String PREVIEW = SHOP.replace("frame-ancestors 'none'", "frame-ancestors 'self'");

  /** What other sites show in a frame: any of them may, for nothing can be done in it. */
  static final String EMBEDDED = SHOP.replace("frame-ancestors 'none'", "frame-ancestors *");

  private static final Pattern EMBEDS = Pattern.compile("/[a-z]{2}/embed/[ps]/[^/]+");
  private static final Pattern PREVIEWS = Pattern.compile("/vendor/[^/]+/storefront/preview");

  /** An answer for programs is no page. */
  static final String PROGRAM = "default-src 'none'; frame-ancestors 'none'";

  private static final String YEAR = "max-age=31536000";

  private static final Pattern PRIVATE =
      Pattern.compile(
          "/(vendor|operator|api)(/.*)?"
              + "|/[a-z]{2}/(account|cart|checkout|orders|payment|fragments|invitations|sign-in|sign-out|register|forgotten-password|new-password)(/.*)?");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    apply(Paths.of(request), request, response);
    chain.doFilter(request, response);
  }

  /** Sets them; again where a page failed and took them away with itself. */
  static void apply(String path, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", policy(path));
    response.setHeader("X-Content-Type-Options", "nosniff");
    boolean framed = PREVIEWS.matcher(path).matches();
    if (!EMBEDS.matcher(path).matches()) {
      response.setHeader("X-Frame-Options", framed ? "SAMEORIGIN" : "DENY");
    }
    response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(self), usb=()");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", YEAR);
    }
    if (PRIVATE.matcher(path).matches()) {
      response.setHeader("Cache-Control", "no-store");
    }
  }

  private static String policy(String path) {
    if (Paths.isApi(path) || path.startsWith("/openapi")) {
      return PROGRAM;
    }
    if (PREVIEWS.matcher(path).matches()) {
      return PREVIEW;
    }
    if (EMBEDS.matcher(path).matches()) {
      return EMBEDDED;
    }
    return Paths.isPortal(path) || path.startsWith("/jakarta.faces.resource") ? PORTAL : SHOP;
  }
}
