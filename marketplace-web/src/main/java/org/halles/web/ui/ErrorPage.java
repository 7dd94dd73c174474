package org.halles.web.ui;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.halles.api.problem.Answers;
import org.halles.api.problem.Problem;

/**
 * The page that says what went wrong and what to do next. It is a plain file with words put in, so
 * that it works when the database, or the page before it, does not.
 */
@WebServlet(ErrorPage.PATH)
public class ErrorPage extends HttpServlet {

  /** Request attribute: true if the caller is an operator in a vendor’s name. */
  public static final String ACTING = "halles.acting";

  /** Request attribute: true for the pages of a vendor’s portal. */
  public static final String IN_A_SHOP = "halles.in-a-shop";

  static final String PATH = "/error";

  private static final long serialVersionUID = 1L;
  private static final String TEMPLATE = "/WEB-INF/templates/error.html";
  private static final Set<Integer> TOLD = Set.of(400, 403, 404, 405, 409, 413, 429, 500, 503);

  @Inject private transient AssetCatalogue assets;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int status = statusOf(request);
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    if (String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
        .startsWith("/api/")) {
      tellProgram(status, response);
      return;
    }
    response.setContentType("text/html;charset=UTF-8");
    boolean acting = Boolean.TRUE.equals(request.getAttribute(ACTING));
    boolean portal =
        acting || status == 403 && Boolean.TRUE.equals(request.getAttribute(IN_A_SHOP));
    response.getWriter().write(page(told(status), acting, portal, languageOf(request)));
  }

  private String page(int status, boolean acting, boolean portal, String language) {
    Bundles words = Bundles.in(language);
    String page = template();
    for (String key : Set.of("site.name", "error.search", "search.label", "search.go")) {
      page = page.replace("{" + key + "}", words.text(key));
    }
    return page.replace("{status}", String.valueOf(status))
        .replace("{title}", words.text("error." + status + ".title"))
        .replace("{text}", words.text(acting ? "error.acting.text" : "error." + status + ".text"))
        .replace("{way}", portal ? "/vendor" : "/" + language)
        .replace("{on}", words.text(way(acting, portal)))
        .replace("{drawing}", drawing(status))
        .replace("{language}", language)
        .replace("{assets}", "/assets/" + assets.fingerprint());
  }

  private static String way(boolean acting, boolean portal) {
    return acting ? "error.acting.back" : portal ? "error.portal.back" : "error.home";
  }

  private String template() {
    try (InputStream file = getServletContext().getResourceAsStream(TEMPLATE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(TEMPLATE + " cannot be read", unreadable);
    }
  }

  /** What the server refused before the API could: a header that cannot be read, most often. */
  private static void tellProgram(int status, HttpServletResponse response) throws IOException {
    Answers.write(
        response,
        status < 500
            ? Problem.of(
                "bad-request",
                status,
                "the path or a header, such as Accept, Accept-Language or Content-Type, cannot be"
                    + " read; nothing was changed")
            : Problem.of("internal-error", status, "nothing is lost; try again in a moment"));
  }

  /** A portal whose script failed leads here by itself; whoever else comes by finds nothing. */
  private static int statusOf(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    String from = String.valueOf(request.getHeader("Referer"));
    int byItself =
        from.matches("https?://[^/]+/(vendor|operator)([/?].*)?")
            ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR
            : HttpServletResponse.SC_NOT_FOUND;
    return status == null ? byItself : (Integer) status;
  }

  private static int told(int status) {
    return TOLD.contains(status) ? status : status < 500 ? 400 : 500;
  }

  private static String drawing(int status) {
    return switch (status) {
      case 403 -> "gate";
      case 404 -> "shutter";
      case 400, 405, 409, 413 -> "empty-crate";
      default -> "lamp";
    };
  }

  private static String languageOf(HttpServletRequest request) {
    String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    String first = path.length() < 3 ? "" : path.substring(1, 3).toLowerCase(Locale.ROOT);
    boolean spoken =
        Language.SPOKEN.contains(first) && (path.length() == 3 || path.charAt(3) == '/');
    return spoken ? first : Language.wishedFor(request.getHeader("Accept-Language"));
  }
}
