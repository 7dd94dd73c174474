package org.halles.web.feed;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.halles.marketplace.feed.FeedItem;
import org.halles.web.shop.PlainWords;

/** RSS 2.0 with the fields of Google's product data, which Meta and others read too. */
final class FeedXml {

  private static final String G = "http://base.google.com/ns/1.0";
  private static final int LONGEST_TITLE = 150;
  private static final int LONGEST_DESCRIPTION = 5_000;

  /** What they have fields of their own for, by the name of the option in either language. */
  private static final Map<String, String> KNOWN_OPTIONS =
      Map.of(
          "couleur", "color",
          "color", "color",
          "colour", "color",
          "taille", "size",
          "size", "size",
          "matière", "material",
          "material", "material");

  private final XMLStreamWriter out;
  private final Place place;
  private final BinaryOperator<String> label;

  /**
   * @param label says the value of an option as people read it
   */
  FeedXml(OutputStream to, Place place, BinaryOperator<String> label) throws XMLStreamException {
    this.label = label;
    this.out =
        XMLOutputFactory.newFactory().createXMLStreamWriter(to, StandardCharsets.UTF_8.name());
    this.place = place;
    out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    out.writeStartElement("rss");
    out.writeAttribute("version", "2.0");
    out.writeNamespace("g", G);
    out.writeStartElement("channel");
    plain("title", place.name());
    plain("link", place.page());
    plain("description", place.name());
    plain("language", place.language());
  }

  void write(FeedItem item) throws XMLStreamException {
    String title = item.title().in(place.language());
    out.writeStartElement("item");
    field("id", item.offerId().toString());
    field("title", cut(titled(title, item.options()), LONGEST_TITLE));
    field("description", described(item, title));
    field(
        "link",
        place.origin() + "/" + place.language() + "/p/" + item.slug() + "-" + item.listingId());
    field("image_link", place.origin() + "/media/" + item.image());
    field("availability", item.available() ? "in_stock" : "out_of_stock");
    field(
        "price", item.price().toDecimal().toPlainString() + " " + item.price().currency().value());
    field("condition", condition(item.condition()));
    identify(item);
    variant(item);
    field("custom_label_0", cut(item.vendor(), 100));
    out.writeEndElement();
  }

  private String titled(String title, Map<String, String> options) {
    return options.isEmpty()
        ? title
        : options.entrySet().stream()
            .map(option -> label.apply(option.getKey(), option.getValue()))
            .collect(Collectors.joining(", ", title + " – ", ""));
  }

  private String described(FeedItem item, String title) {
    String html = item.description().in(place.language());
    String words = html == null ? "" : PlainWords.of(html);
    return cut(words.isBlank() ? title : words, LONGEST_DESCRIPTION);
  }

  /** What has neither a number nor a brand says so: it is hand-made or second-hand. */
  private void identify(FeedItem item) throws XMLStreamException {
    if (item.brand() != null) {
      field("brand", cut(item.brand(), 70));
    }
    if (item.gtin() != null) {
      field("gtin", item.gtin());
    } else if (item.brand() == null) {
      field("identifier_exists", "no");
    }
  }

  private void variant(FeedItem item) throws XMLStreamException {
    if (!item.several()) {
      return;
    }
    field("item_group_id", item.listingId().toString());
    for (Map.Entry<String, String> option : item.options().entrySet()) {
      String known = KNOWN_OPTIONS.get(option.getKey().toLowerCase(Locale.ROOT));
      if (known != null) {
        field(known, cut(label.apply(option.getKey(), option.getValue()), 100));
      }
    }
  }

  private static String condition(String ours) {
    return switch (ours) {
      case "NEW" -> "new";
      case "REFURBISHED" -> "refurbished";
      default -> "used";
    };
  }

  private void field(String name, String value) throws XMLStreamException {
    out.writeStartElement("g", name, G);
    out.writeCharacters(sound(value));
    out.writeEndElement();
  }

  private void plain(String name, String value) throws XMLStreamException {
    out.writeStartElement(name);
    out.writeCharacters(sound(value));
    out.writeEndElement();
  }

  /** Without what XML cannot hold. */
  private static String sound(String text) {
    return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }

  /** That was all. */
  void end() throws XMLStreamException {
    out.writeEndDocument();
    out.close();
  }
}
