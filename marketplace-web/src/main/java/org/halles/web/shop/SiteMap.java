package org.halles.web.shop;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.search.ListingCard;
import org.halles.marketplace.search.ListingQuery;
import org.halles.marketplace.search.Search;
import org.halles.marketplace.search.Stalls;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Language;

/**
 * Tells search engines which pages there are: {@code /robots.txt}, and {@code /sitemap.xml} with
 * the newest goods, the stalls and the categories, each in every language.
 */
@WebServlet({"/sitemap.xml", "/robots.txt"})
public class SiteMap extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** Protocol limit: 50,000 addresses a file, every page once in each language. */
  private static final int MOST_GOODS = 20_000;

  private static final String ROBOTS =
      """
      User-agent: *
      Disallow: /api/
      Disallow: /vendor
      Disallow: /operator
      Disallow: /*/cart
      Disallow: /*/checkout
      Disallow: /*/account
      Disallow: /*/orders/
      Disallow: /*/search
      Sitemap: %s/sitemap.xml
      """;

  @Inject private transient Search search;
  @Inject private transient Stalls stalls;
  @Inject private transient Categories categories;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String url = request.getRequestURL().toString();
    String origin = url.substring(0, url.indexOf('/', url.indexOf("//") + 2));
    response.setHeader("Cache-Control", "public, max-age=3600");
    if (request.getServletPath().equals("/robots.txt")) {
      response.setContentType("text/plain;charset=UTF-8");
      response.getWriter().write(ROBOTS.formatted(origin));
      return;
    }
    response.setContentType("application/xml;charset=UTF-8");
    write(response.getWriter(), origin);
  }

  private void write(PrintWriter out, String origin) {
    out.write(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset"
            + " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
            + " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
    page(out, origin, "");
    page(out, origin, "/c");
    page(out, origin, "/s");
    for (CategoryView category : categories.all()) {
      page(out, origin, "/c/" + category.slug());
    }
    writeStalls(out, origin);
    writeGoods(out, origin);
    out.write("</urlset>\n");
  }

  private void writeStalls(PrintWriter out, String origin) {
    String cursor = null;
    do {
      var part = stalls.list(new Paging(Paging.MOST, cursor));
      part.items().forEach(stall -> page(out, origin, "/s/" + stall.slug()));
      cursor = part.next();
    } while (cursor != null);
  }

  private void writeGoods(PrintWriter out, String origin) throws InvalidInput {
    String cursor = null;
    int written = 0;
    do {
      Page<ListingCard> part =
          search.find(ListingQuery.ALL, new Paging(Paging.MOST, cursor)).page();
      part.items().forEach(card -> page(out, origin, "/p/" + card.slug() + "-" + card.id()));
      written += part.items().size();
      cursor = part.next();
    } while (cursor != null && written < MOST_GOODS);
  }

  /** One page in every language, each naming the others. Paths hold nothing that XML minds. */
  private static void page(PrintWriter out, String origin, String path) {
    for (String language : Language.SPOKEN) {
      out.write("<url><loc>" + origin + "/" + language + path + "</loc>");
      for (String other : Language.SPOKEN) {
        out.write(
            "<xhtml:link rel=\"alternate\" hreflang=\""
                + other
                + "\" href=\""
                + origin
                + "/"
                + other
                + path
                + "\"/>");
      }
      out.write("</url>\n");
    }
  }
}
