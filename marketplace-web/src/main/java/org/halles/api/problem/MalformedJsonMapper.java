package org.halles.api.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The body is not JSON at all; says where it stops being so. */
@Provider
public class MalformedJsonMapper implements ExceptionMapper<JsonProcessingException> {

  @Override
  public Response toResponse(JsonProcessingException malformed) {
    JsonLocation at = malformed.getLocation();
    String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    String what = malformed.getOriginalMessage().lines().findFirst().orElse("it cannot be read");
    return Answers.of(
        Problem.of("malformed-json", 400, "the body is not JSON" + where + ": " + what));
  }
}
