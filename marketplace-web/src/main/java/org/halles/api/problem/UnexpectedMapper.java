package org.halles.api.problem;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Everything that no other mapper knows. */
@Provider
public class UnexpectedMapper implements ExceptionMapper<Throwable> {

  @Context private HttpHeaders headers;

  @Override
  public Response toResponse(Throwable thrown) {
    boolean conditional = headers.getHeaderString(HttpHeaders.IF_MATCH) != null;
    return Answers.of(Trouble.problem(thrown, conditional));
  }
}
