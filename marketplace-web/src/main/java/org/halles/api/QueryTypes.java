package org.halles.api;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;

/**
 * Looks at all parameters of a query before any is used, so that all that are malformed are told at
 * once; the container would stop at the first.
 */
@Provider
public class QueryTypes implements ContainerRequestFilter {

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
    if (query.isEmpty() || resource.getResourceMethod() == null) {
      return;
    }
    List<Violation> violations = new ArrayList<>();
    for (Parameter parameter : resource.getResourceMethod().getParameters()) {
      look(parameter, parameter.getType(), query, violations);
    }
    if (!violations.isEmpty()) {
      throw new BadRequestException(new InvalidInput(violations));
    }
  }

  private static void look(
      AnnotatedElement element,
      Class<?> type,
      MultivaluedMap<String, String> query,
      List<Violation> violations) {
    QueryParam named = element.getAnnotation(QueryParam.class);
    if (named != null) {
      Optional.ofNullable(query.getFirst(named.value()))
          .flatMap(text -> Parameters.malformed(type, named.value(), text))
          .ifPresent(violations::add);
    } else if (element.isAnnotationPresent(BeanParam.class)) {
      for (Field field : type.getDeclaredFields()) {
        look(field, field.getType(), query, violations);
      }
    }
  }
}
