package org.halles.api.problem;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.halles.marketplace.shared.Refusal;

/** The domain says no. */
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {

  @Context private HttpHeaders headers;

  @Override
  public Response toResponse(Refusal refusal) {
    return Answers.of(Spoken.of(refusal, headers));
  }
}
