package org.halles.web.shop;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What public pages tell browsers and caches. */
final class PublicPage {

  private PublicPage() {}

  /** May be shown again for a moment; the theme cookie changes the page. */
  static void keepForAMoment() {
    ExternalContext answer = FacesContext.getCurrentInstance().getExternalContext();
    answer.setResponseHeader("Cache-Control", "public, max-age=20");
    answer.setResponseHeader("Vary", "Cookie");
  }

  /** There is no such page. */
  static void notFound() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
    faces.responseComplete();
  }

  /** It is somewhere else, for good. */
  static void movedTo(String path) {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
    faces.getExternalContext().setResponseHeader("Location", path);
    faces.responseComplete();
  }
}
