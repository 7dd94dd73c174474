package org.halles.web.feed;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.halles.marketplace.feed.FeedItem;
import org.halles.marketplace.feed.ProductFeed;
import org.halles.web.ui.Labels;
import org.halles.web.ui.Language;

/**
 * The goods of the market ({@code /feeds/fr.xml}) and of one shop ({@code /feeds/fr/slug.xml}) in
 * the layout that Google, Meta and others read, written as it is read.
 */
@WebServlet("/feeds/*")
public class FeedServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Pattern ADDRESS =
      Pattern.compile("/([a-z]{2})(?:/([a-z0-9-]{1,80}))?\\.xml");

  @Inject private transient ProductFeed feed;
  @Inject private transient Language language;
  @Inject private transient Labels labels;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher address = ADDRESS.matcher(String.valueOf(request.getPathInfo()));
    if (!address.matches() || !Language.SPOKEN.contains(address.group(1))) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    language.speak(address.group(1));
    String slug = address.group(2);
    Optional<String> name = slug == null ? Optional.of("Halles") : feed.shop(slug);
    if (name.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    write(response, new Place(originOf(request), address.group(1), slug, name.get()));
  }

  private static String originOf(HttpServletRequest request) {
    String url = request.getRequestURL().toString();
    return url.substring(0, url.indexOf('/', url.indexOf("//") + 2));
  }

  /** A feed that breaks off stays unfinished: whoever fetched it must not take it for the whole. */
  private void write(HttpServletResponse response, Place place) throws IOException {
    List<FeedItem> part = feed.next(place.slug(), null);
    response.setContentType("application/xml;charset=UTF-8");
    response.setHeader("Cache-Control", "public, max-age=3600");
    try {
      FeedXml xml = new FeedXml(response.getOutputStream(), place, labels::value);
      while (!part.isEmpty()) {
        for (FeedItem item : part) {
          xml.write(item);
        }
        part = feed.next(place.slug(), part.get(part.size() - 1).offerId());
      }
      xml.end();
    } catch (XMLStreamException brokeOff) {
      throw new IOException("the feed could not be written", brokeOff);
    }
  }
}
