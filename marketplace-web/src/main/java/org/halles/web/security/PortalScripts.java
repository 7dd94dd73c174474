package org.halles.web.security;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.RequestDispatcher;
import org.primefaces.csp.CspPhaseListener;

/**
 * Lets PrimeFaces allow its scripts, with a nonce for each page, on the portals only. On a public
 * page, which has none, its nonce would cost a session and a cookie.
 */
public class PortalScripts implements PhaseListener {

  private static final long serialVersionUID = 1L;

  private final CspPhaseListener nonces;

  PortalScripts(CspPhaseListener nonces) {
    this.nonces = nonces;
  }

  @Override
  public PhaseId getPhaseId() {
    return nonces.getPhaseId();
  }

  @Override
  public void beforePhase(PhaseEvent event) {
    if (isPortal(event.getFacesContext())) {
      nonces.beforePhase(event);
    }
  }

  @Override
  public void afterPhase(PhaseEvent event) {
    if (isPortal(event.getFacesContext())) {
      nonces.afterPhase(event);
    }
  }

  private static boolean isPortal(FacesContext context) {
    Object path =
        context.getExternalContext().getRequestMap().get(RequestDispatcher.FORWARD_SERVLET_PATH);
    return path == null
        ? Paths.isPortal(context.getExternalContext().getRequestServletPath())
        : Paths.isPortal(path.toString());
  }
}
