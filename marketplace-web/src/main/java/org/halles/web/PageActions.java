package org.halles.web;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.RequestDispatcher;
import java.util.Map;

/**
 * Lets a Faces form post back to the address the visitor sees instead of the file of its view, so
 * that the router, and whoever guards addresses, sees every request alike.
 */
public class PageActions extends ViewHandlerWrapper {

  public PageActions(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public String getActionURL(FacesContext context, String viewId) {
    boolean thisPage =
        context.getViewRoot() != null && viewId.equals(context.getViewRoot().getViewId());
    Map<String, Object> request = context.getExternalContext().getRequestMap();
    Object path = request.get(RequestDispatcher.FORWARD_REQUEST_URI);
    if (!thisPage || path == null) {
      return super.getActionURL(context, viewId);
    }
    Object query = request.get(RequestDispatcher.FORWARD_QUERY_STRING);
    return query == null ? path.toString() : path + "?" + query;
  }
}
