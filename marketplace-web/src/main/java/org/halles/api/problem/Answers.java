package org.halles.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.halles.api.json.Json;

/** Problems as answers, from resources and from servlet filters alike. */
public final class Answers {

  private Answers() {}

  /** The answer of a resource. */
  public static Response of(Problem problem) {
    Response.ResponseBuilder answer =
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    headers(problem).forEach(answer::header);
    return answer.build();
  }

  /** Writes the answer of a filter. */
  public static void write(HttpServletResponse response, Problem problem) throws IOException {
    byte[] body = text(problem).getBytes(StandardCharsets.UTF_8);
    response.setStatus(problem.status());
    headers(problem).forEach(response::setHeader);
    response.setContentType(Problem.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static Map<String, String> headers(Problem problem) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(HttpHeaders.CACHE_CONTROL, "no-store");
    if (problem.status() == 401) {
      headers.put(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"halles\"");
    }
    if (problem.facts().get(Problem.RETRY_AFTER) instanceof Number seconds) {
      headers.put(HttpHeaders.RETRY_AFTER, String.valueOf(seconds.longValue()));
    }
    return headers;
  }

  private static String text(Problem problem) throws JsonProcessingException {
    return Json.mapper().writeValueAsString(problem);
  }
}
