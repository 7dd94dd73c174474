package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Search engines and social networks read what is on sale at an address that stays. */
class FeedIT {

  private static final String G = "http://base.google.com/ns/1.0";
  private static final List<String> REQUIRED =
      List.of(
          "id", "title", "description", "link", "image_link", "availability", "price", "condition");

  @Test
  void everyArticleOfTheMarketHasAllRequiredFieldsOnceAndItsLinksLeadThere() throws Exception {
    Answer answer = Shop.asGuest().get("/feeds/fr.xml").expect(200);
    assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/xml");
    assertThat(answer.header("Cache-Control").orElseThrow()).contains("public");
    assertThat(answer.header("Set-Cookie")).isEmpty();

    List<Element> items = items(answer);
    assertThat(items).hasSizeGreaterThan(50);
    for (Element item : items) {
      assertThat(REQUIRED)
          .allSatisfy(field -> assertThat(value(item, field)).as(field).isNotBlank());
      assertThat(value(item, "price")).matches("\\d+\\.\\d{2} [A-Z]{3}");
      assertThat(value(item, "link")).contains("/fr/p/").doesNotContain("utm_");
    }
    assertThat(new HashSet<>(items.stream().map(item -> value(item, "id")).toList()))
        .hasSameSizeAs(items);
    Shop.asGuest().get(path(value(items.get(0), "link"))).expect(200);
    Shop.asGuest().get(path(value(items.get(0), "image_link"))).expect(200);
  }

  @Test
  void aShopsFeedHoldsItsOwnGoodsInTheLanguageAskedFor() throws Exception {
    List<Element> whole = items(Shop.asGuest().get("/feeds/en.xml").expect(200));
    List<Element> own =
        items(Shop.asGuest().get("/feeds/en/" + SitePages.STALL + ".xml").expect(200));

    assertThat(own).isNotEmpty().hasSizeLessThan(whole.size());
    assertThat(own.stream().map(item -> value(item, "custom_label_0")).distinct()).hasSize(1);
    assertThat(own).allMatch(item -> value(item, "link").contains("/en/p/"));
  }

  @Test
  void whatIsNoFeedIsNotFound() {
    Shop.asGuest().get("/feeds/fr/no-such-shop.xml").expect(404);
    Shop.asGuest().get("/feeds/xx.xml").expect(404);
    Shop.asGuest().get("/feeds/fr/../fr.json").expect(404);
  }

  private static List<Element> items(Answer answer) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
    NodeList found = document.getElementsByTagName("item");
    List<Element> items = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      items.add((Element) found.item(i));
    }
    return items;
  }

  private static String value(Element item, String field) {
    NodeList found = item.getElementsByTagNameNS(G, field);
    return found.getLength() == 1 ? found.item(0).getTextContent() : "";
  }

  private static String path(String address) {
    return address.replaceFirst("^https?://[^/]+", "");
  }
}
