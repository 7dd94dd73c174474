package org.halles.web.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.halles.marketplace.feed.FeedItem;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class FeedXmlTest {

  private static final String G = "http://base.google.com/ns/1.0";
  private static final UUID LISTING = UUID.randomUUID();
  private static final UUID OFFER = UUID.randomUUID();

  @Test
  void an_article_has_all_the_fields_that_are_required_and_nothing_that_tracks() throws Exception {
    Map<String, String> item = only(item("Bol <émaillé> & peint", "NEW", "Potiers", "03", true));

    assertThat(item)
        .containsEntry("id", OFFER.toString())
        .containsEntry("title", "Bol <émaillé> & peint")
        .containsEntry("description", "Tourné à la main")
        .containsEntry("link", "https://halles.example/fr/p/bol-" + LISTING)
        .containsEntry("image_link", "https://halles.example/media/abc")
        .containsEntry("availability", "in_stock")
        .containsEntry("price", "12.50 EUR")
        .containsEntry("condition", "new")
        .containsEntry("brand", "Potiers")
        .containsEntry("gtin", "03");
    assertThat(item.get("link")).doesNotContain("utm_", "?");
  }

  @Test
  void what_has_no_number_says_so_and_variants_name_their_group() throws Exception {
    Map<String, String> used = only(item("Bol", "GOOD", null, null, false));

    assertThat(used)
        .containsEntry("condition", "used")
        .containsEntry("availability", "out_of_stock")
        .containsEntry("identifier_exists", "no")
        .containsEntry("item_group_id", LISTING.toString())
        .containsEntry("size", "M")
        .containsEntry("title", "Bol – M")
        .doesNotContainKeys("gtin", "brand");
  }

  @Test
  void what_xml_cannot_hold_is_left_out_and_long_titles_are_cut() throws Exception {
    Map<String, String> item = only(item("\u0001" + "é".repeat(200), "NEW", null, null, true));

    assertThat(item.get("title")).hasSizeLessThanOrEqualTo(150).endsWith("…");
  }

  private static FeedItem item(
      String title, String condition, String brand, String gtin, boolean alone) {
    return new FeedItem(
        OFFER,
        LISTING,
        !alone,
        alone ? Map.of() : Map.of("taille", "m"),
        "bol",
        Texts.of(title, "Bowl"),
        Texts.of("<p>Tourné à la&nbsp;main</p>", "By hand"),
        "abc",
        brand,
        gtin,
        condition,
        Money.of(1250, CurrencyCode.of("EUR")),
        alone,
        "Poterie");
  }

  private static Map<String, String> only(FeedItem item) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    FeedXml xml =
        new FeedXml(
            bytes,
            new Place("https://halles.example", "fr", null, "Halles"),
            (code, value) -> value.toUpperCase());
    xml.write(item);
    xml.end();
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document =
        factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes.toByteArray()));
    assertThat(document.getDocumentElement().getAttribute("version")).isEqualTo("2.0");
    NodeList items = document.getElementsByTagName("item");
    assertThat(items.getLength()).isEqualTo(1);
    Map<String, String> fields = new LinkedHashMap<>();
    for (Node field = items.item(0).getFirstChild();
        field != null;
        field = field.getNextSibling()) {
      assertThat(field.getNamespaceURI()).isEqualTo(G);
      fields.put(field.getLocalName(), field.getTextContent());
    }
    return fields;
  }
}
