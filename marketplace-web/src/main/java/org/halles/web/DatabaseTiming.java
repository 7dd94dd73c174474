package org.halles.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import org.halles.marketplace.shared.RoundTrips;

/**
 * Says with every answer how often the database was visited for it, and how many of these trips
 * were statements: {@code Server-Timing: sql;desc="21", statements;desc="12"}. A page that asks
 * once per line of a list is noticed by whoever opens the browser's network view.
 */
public class DatabaseTiming extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String HEADER = "Server-Timing";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    RoundTrips.start();
    try {
      chain.doFilter(request, new Counted(response));
      if (!response.isCommitted()) {
        say(response);
      }
    } finally {
      RoundTrips.stop();
    }
  }

  private static void say(HttpServletResponse response) {
    if (RoundTrips.soFar() > 0) {
      response.setHeader(
          HEADER,
          "sql;desc=\"%d\", statements;desc=\"%d\""
              .formatted(RoundTrips.soFar(), RoundTrips.statements()));
    }
  }

  /** Headers go out with the first byte: the last moment to say it is when somebody writes. */
  private static final class Counted extends HttpServletResponseWrapper {

    Counted(HttpServletResponse response) {
      super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      say(this);
      return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
      say(this);
      return super.getWriter();
    }
  }
}
