package org.halles.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.halles.api.problem.Trouble;
import org.halles.marketplace.shared.DatabasePulse;

/** While the database is away, says so at once: nobody waits, and no thread is held. */
public class DatabaseAway extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject private transient DatabasePulse pulse;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (pulse.isLost() && !Paths.isAsset(Paths.of(request))) {
      PageTrouble.answer(Trouble.away(), request, response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
