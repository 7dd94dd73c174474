package org.halles.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.halles.marketplace.shared.Refusal;

/** What the HTTP layer itself refuses: no such path, wrong method, wrong media type. */
@Provider
public class HttpMapper implements ExceptionMapper<WebApplicationException> {

  @Context private HttpHeaders headers;

  @Override
  public Response toResponse(WebApplicationException refused) {
    if (refused.getCause() instanceof Refusal refusal) {
      return Answers.of(Spoken.of(refusal, headers));
    }
    if (refused.getCause() instanceof JsonProcessingException malformed) {
      return new MalformedJsonMapper().toResponse(malformed);
    }
    int status = refused.getResponse().getStatus();
    if (status < 400) {
      return refused.getResponse();
    }
    Response answer = Answers.of(problem(status));
    Object allow = refused.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
    return allow == null
        ? answer
        : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
  }

  private static Problem problem(int status) {
    return switch (status) {
      case 400 -> Problem.of("bad-request", 400, "the request cannot be understood");
      case 401 -> Problem.of("sign-in-required", 401, "sign in first");
      case 403 -> Problem.of("not-allowed", 403, "you may not do this");
      case 404 -> Problem.of("not-found", 404, "there is nothing here under this path");
      case 405 ->
          Problem.of("method-not-allowed", 405, "the path exists; see Allow for its methods");
      case 406 -> Problem.of("not-acceptable", 406, "this answers in application/json only");
      case 413 -> Problem.of("body-too-large", 413, "the body is larger than accepted here");
      case 415 -> Problem.of("unsupported-media-type", 415, "send Content-Type: application/json");
      default -> Problem.of("http-" + status, status, "the request was not accepted");
    };
  }
}
