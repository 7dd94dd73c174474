package org.halles.web.security;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextFactory;
import jakarta.faces.lifecycle.Lifecycle;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.primefaces.context.PrimeFacesContextFactory;

/** Leaves PrimeFaces out of the pages that use nothing of it. */
public class PlainPublicPages extends FacesContextFactory {

  public PlainPublicPages(FacesContextFactory wrapped) {
    super(wrapped);
  }

  @Override
  public FacesContext getFacesContext(
      Object context, Object request, Object response, Lifecycle lifecycle) {
    FacesContextFactory factory = getWrapped();
    if (request instanceof HttpServletRequest http && isPublic(http)) {
      while (factory instanceof PrimeFacesContextFactory) {
        factory = factory.getWrapped();
      }
    }
    return factory.getFacesContext(context, request, response, lifecycle);
  }

  private static boolean isPublic(HttpServletRequest request) {
    Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_SERVLET_PATH);
    return forwarded != null && !Paths.isPortal(forwarded.toString());
  }
}
