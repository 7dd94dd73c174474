package org.halles.web.monitoring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How long requests take, by the part of the site and the kind of answer: {@code
 * halles_requests_seconds{part="api",answer="2xx"}}; and how many took longer than 250 ms: {@code
 * halles_requests_slow_total}.
 */
public class RequestTimes extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final long SLOW = Duration.ofMillis(250).toNanos();

  /** The meters of one part of the site and one kind of answer. */
  private record Meters(Timer all, Counter slow) {}

  @Inject private transient MeterRegistry registry;
  private final transient Map<String, Meters> meters = new ConcurrentHashMap<>();

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long begun = System.nanoTime();
    int status = 500;
    try {
      chain.doFilter(request, response);
      status = response.getStatus();
    } finally {
      note(partOf(request.getServletPath()), status / 100 + "xx", System.nanoTime() - begun);
    }
  }

  private void note(String part, String answer, long nanos) {
    Meters both = meters.computeIfAbsent(part + answer, first -> meters(part, answer));
    both.all().record(nanos, TimeUnit.NANOSECONDS);
    if (nanos > SLOW) {
      both.slow().increment();
    }
  }

  private Meters meters(String part, String answer) {
    Tags tags = Tags.of("part", part, "answer", answer);
    return new Meters(
        registry.timer("halles.requests", tags), registry.counter("halles.requests.slow", tags));
  }

  private static String partOf(String path) {
    int end = path.indexOf('/', 1);
    return switch (end < 0 ? path : path.substring(0, end)) {
      case "/api" -> "api";
      case "/vendor", "/operator" -> "portals";
      case "/assets", "/media", "/stall-colours" -> "files";
      default -> "shop";
    };
  }
}
