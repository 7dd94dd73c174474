package org.halles.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.halles.api.json.PlainText;
import org.halles.api.problem.Answers;
import org.halles.api.problem.BodyTooLarge;
import org.halles.api.problem.Problem;
import org.halles.marketplace.media.Pictures;

/**
 * Turns away what no honest client sends and no later code should have to think of: the NUL
 * character in an address or a form, and bodies beyond all measure.
 */
public class SoundRequests extends HttpFilter {

  private static final long serialVersionUID = 1L;

  /** Far more than any request of the contract needs. */
  static final int LARGEST_BODY = 1 << 20;

  /** Where catalogues, prices and stock come in as files: the API's doors, and the portal's. */
  private static final Pattern FILES =
      Pattern.compile("/api/v1/vendor/(imports|feeds/[^/]+)|/vendor/[^/]+/imports");

  /** A catalogue in one file. */
  static final int LARGEST_IMPORT = 101 << 20;

  private static final Pattern SOLD =
      Pattern.compile("/api/v1/vendor/files/[^/]+|/vendor/[^/]+/listings/drafts/[^/]+");

  /** A file that is sold, and what is around it. */
  static final int LARGEST_SOLD = 51 << 20;

  /** All the categories of the Google taxonomy, in two languages: a third more than a megabyte. */
  static final int LARGEST_TAXONOMY = 8 << 20;

  /** A picture and what is around it; the picture itself may have {@link Pictures#LARGEST_FILE}. */
  static final int LARGEST_UPLOAD = Pictures.LARGEST_FILE + (1 << 20);

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = Paths.of(request);
    int largest = largest(path);
    // before anything is read: a form with a file in it is read as a whole
    if (request.getContentLengthLong() > largest) {
      refuse(request, response, new BodyTooLarge(largest).problem());
      return;
    }
    if (!isSoundAddress(request) || !isSoundForm(request, path)) {
      refuse(
          request,
          response,
          Problem.of(
              "bad-request",
              400,
              "the address or a field contains " + "a character that no text has"));
      return;
    }
    if (Paths.isApi(path)) {
      chain.doFilter(new BoundedRequest(request, largest), response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static int largest(String path) {
    if (FILES.matcher(path).matches()) {
      return LARGEST_IMPORT;
    }
    if (SOLD.matcher(path).matches()) {
      return LARGEST_SOLD;
    }
    if (path.equals("/api/v1/operator/categories/taxonomy-imports")) {
      return LARGEST_TAXONOMY;
    }
    return path.equals("/api/v1/vendor/media") || Paths.isPortal(path)
        ? LARGEST_UPLOAD
        : LARGEST_BODY;
  }

  /** A catalogue, or its prices or stock; through the API or the vendor's portal. */
  private static boolean bringsAFile(String path) {
    return path.startsWith("/api/v1/vendor/imports")
        || path.startsWith("/api/v1/vendor/feeds")
        || path.matches("/vendor/[^/]+/imports");
  }

  private static boolean isSoundAddress(HttpServletRequest request) {
    String query = request.getQueryString() == null ? "" : request.getQueryString();
    String address = (request.getRequestURI() + "?" + query).toLowerCase(Locale.ROOT);
    return !address.contains("%00") && PlainText.isStorable(address);
  }

  private static boolean isSoundForm(HttpServletRequest request, String path) {
    if (Paths.isApi(path) || !request.getMethod().equals("POST")) {
      return true;
    }
    for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
      for (String value : field.getValue()) {
        if (!PlainText.isStorable(value)) {
          return false;
        }
      }
    }
    return true;
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    if (Paths.isApi(Paths.of(request))) {
      Answers.write(response, problem);
    } else {
      response.sendError(problem.status());
    }
  }
}
