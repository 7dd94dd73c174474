package org.halles.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.web.ui.ErrorPage;

/**
 * The portals are for people who signed in, the operator's for its people. What each may do there
 * the use cases check; whoever is not signed in is led to the sign-in page and back.
 */
public class PortalGate extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject private transient CurrentCaller current;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = Paths.of(request);
    Caller caller = current.get();
    if (!Paths.isPortal(path)) {
      chain.doFilter(request, response);
    } else if (caller.accountId() == null) {
      SignInFirst.lead(request, response);
    } else if (Paths.isOperator(path) && !caller.isOperator()) {
      request.setAttribute(ErrorPage.ACTING, caller.acting());
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else {
      request.setAttribute(ErrorPage.IN_A_SHOP, !Paths.isOperator(path));
      chain.doFilter(request, response);
    }
  }
}
