package org.halles.web.security;

import jakarta.faces.application.ProtectedViewException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import org.halles.api.problem.Answers;
import org.halles.api.problem.Problem;
import org.halles.api.problem.Trouble;
import org.primefaces.csp.CspException;

/**
 * The last place where an exception of a page can fly to: it becomes the page of its status, never
 * a trace. Whoever should have signed in first may do so now; a portal page that lay open too long
 * is opened afresh.
 */
public class PageTrouble extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = Paths.of(request);
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException thrown) {
      boolean visitorLeft = thrown instanceof IOException && response.isCommitted();
      if (!visitorLeft) {
        Headers.apply(path, request, response);
        answer(thrown, request, response);
      }
    }
  }

  private static void answer(
      Throwable thrown, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (isBecauseOf(FileNotFoundException.class, thrown)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (isBecauseOf(ProtectedViewException.class, thrown)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (isBecauseOf(CspException.class, thrown)) {
      // a form that does not come from the page it names
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (isBecauseOf(ViewExpiredException.class, thrown)) {
      Redirects.lead(request, response, SignInFirst.wanted(request));
    } else {
      answer(Trouble.problem(thrown, false), request, response);
    }
  }

  static void answer(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      // half a page is out already; cutting it off is all that can be done
      return;
    }
    response.resetBuffer();
    if (Paths.isApi(Paths.of(request))) {
      Answers.write(response, problem);
    } else if (problem.status() == 401) {
      SignInFirst.lead(request, response);
    } else {
      if (problem.facts().get(Problem.RETRY_AFTER) instanceof Number seconds) {
        response.setHeader("Retry-After", seconds.toString());
      }
      response.sendError(problem.status());
    }
  }

  private static boolean isBecauseOf(Class<? extends Throwable> type, Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
