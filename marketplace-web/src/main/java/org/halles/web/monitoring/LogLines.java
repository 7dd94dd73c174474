package org.halles.web.monitoring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halles.marketplace.shared.LogContext;

/**
 * Lets all that is logged while a request is answered name the request, and the order that its
 * address names. A balancer that traces (W3C {@code traceparent}) gives the id; else it is made.
 */
public class LogLines extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Pattern TRACED =
      Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
  private static final Pattern ORDER =
      Pattern.compile("/(H-[0-9A-Z]{4}-[0-9A-Z]{4}(?:-\\d{1,4})?)(?=/|$)");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try (LogContext lines = open(request.getHeader("traceparent"))) {
      Matcher order = ORDER.matcher(request.getRequestURI());
      if (order.find()) {
        LogContext.order(order.group(1));
      }
      chain.doFilter(request, response);
    }
  }

  static LogContext open(String traceparent) {
    Matcher traced = TRACED.matcher(traceparent == null ? "" : traceparent);
    return traced.matches() ? LogContext.open(traced.group(1)) : LogContext.open();
  }
}
