package org.halles.web.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/**
 * By whose link a visitor came: the address says so, and links to goods on the page say it on. What
 * is put into the cart from there is that affiliate's sale. No cookie remembers it.
 */
@Named
@RequestScoped
public class Via {

  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{2,29}");

  private HttpServletRequest request;

  protected Via() {}

  @Inject
  Via(HttpServletRequest request) {
    this.request = request;
  }

  /** The affiliate's code, or empty words. */
  public String getCode() {
    String given = request.getParameter("via");
    return given != null && CODE.matcher(given).matches() ? given : "";
  }

  /** What a link to goods ends with to say it on; empty if nobody sent the visitor. */
  public String getSuffix() {
    return getCode().isEmpty() ? "" : "?via=" + getCode();
  }
}
