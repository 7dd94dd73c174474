package org.halles.api.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halles.api.problem.Problem;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;

/** Bodies of requests and answers as JSON, for every type that is not already text or bytes. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return isModel(type);
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    return read(Json.mapper().constructType(genericType), body, sentBack(annotations));
  }

  private static Set<String> sentBack(Annotation[] annotations) {
    return Stream.of(annotations)
        .filter(SentBack.class::isInstance)
        .flatMap(one -> Stream.of(((SentBack) one).value()))
        .collect(Collectors.toSet());
  }

  /**
   * Reads a body.
   *
   * @param sentBack members that may be there and are not looked at
   * @throws InvalidInput if it is JSON but does not fit the type
   * @throws com.fasterxml.jackson.core.JsonProcessingException if it is not JSON
   */
  static Object read(JavaType type, InputStream body, Set<String> sentBack) throws IOException {
    Faults faults = new Faults(sentBack);
    Object value = null;
    try (JsonParser parser = Json.mapper().createParser(body)) {
      if (parser.nextToken() != null) {
        value =
            Json.mapper().readerFor(type).withAttribute(Faults.ATTRIBUTE, faults).readValue(parser);
        refuseMore(parser);
      }
    } catch (JsonMappingException misfit) {
      note(misfit, faults);
    }
    faults.refuseIfAny();
    if (value == null) {
      throw new InvalidInput(new Violation("body", "is missing: send a JSON object", null));
    }
    return value;
  }

  private static void refuseMore(JsonParser parser) throws IOException {
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "something follows the end of the object");
    }
  }

  /** Fits no handler: a missing number, or no body at all. */
  private static void note(JsonMappingException misfit, Faults faults)
      throws JsonProcessingException {
    if (misfit.getCause() instanceof JsonProcessingException malformed) {
      throw malformed;
    }
    StringBuilder field = new StringBuilder();
    for (JsonMappingException.Reference step : misfit.getPath()) {
      if (step.getFieldName() == null) {
        field.append('[').append(step.getIndex()).append(']');
      } else {
        field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    faults.add(field.isEmpty() ? "body" : field.toString(), "is missing", null);
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return isModel(type);
  }

  @Override
  public void writeTo(
      Object value,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream body)
      throws IOException {
    body.write(Json.mapper().writeValueAsBytes(value));
  }

  private static boolean isModel(Class<?> type) {
    return !CharSequence.class.isAssignableFrom(type)
        && !type.isArray()
        && !type.getName().startsWith("java.io.")
        && !type.getName().startsWith("jakarta.ws.rs.");
  }
}
