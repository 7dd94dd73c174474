package org.halles.web.shop;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halles.web.ui.StallPalette;

/**
 * A stall's two colours as a style sheet: pages carry no inline style. The colours are in the
 * address, so an answer never changes.
 */
@WebServlet("/stall-colours/*")
public class StallColours extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Pattern NAME = Pattern.compile("/([0-9a-f]{6})-([0-9a-f]{6})\\.css");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher name = NAME.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
    if (!name.matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("text/css;charset=UTF-8");
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    response.getWriter().write(StallPalette.of("#" + name.group(1), "#" + name.group(2)).css());
  }
}
