package org.halles.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import org.halles.marketplace.shared.Page;

/** Adds {@code Link: <...>; rel="next"} to every page of a list that has a next one. */
@Provider
public class NextPageLinks implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String cursor = next(response.getEntity());
    if (cursor != null) {
      // a relative reference (RFC 8288): the Host header of a request is not to be trusted
      String next =
          UriBuilder.fromPath(request.getUriInfo().getRequestUri().getRawPath())
              .replaceQuery(request.getUriInfo().getRequestUri().getRawQuery())
              .replaceQueryParam("cursor", cursor)
              .build()
              .toString();
      response.getHeaders().add(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
    }
  }

  private static String next(Object answer) {
    return answer instanceof Page<?> page
        ? page.next()
        : answer instanceof Continued part ? part.next() : null;
  }
}
