package org.halles.web.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StoryTest {

  @Test
  void paragraphsAreShownAsPeopleTypeThem() {
    assertEquals("Two bowls.\n\nOne & two", Story.typed("<p>Two bowls.</p><p>One &amp; two</p>"));
  }

  @Test
  void marksThatSayMoreStay() {
    String list = "<p>With</p><ul><li>a lid</li></ul>";
    assertEquals(list, Story.typed(list));
  }

  @Test
  void whatNobodyChangedIsStoredToTheLetter() {
    Map<String, String> before = Map.of("fr", "<p>Un bol.</p>\n<p>Grès.</p>");
    assertEquals(before, Story.stored(Map.of("fr", "Un bol.\r\n\r\nGrès."), before));
  }

  @Test
  void whatWasChangedIsStoredAsTyped() {
    assertEquals(
        Map.of("fr", "Deux bols."),
        Story.stored(Map.of("fr", "Deux bols."), Map.of("fr", "<p>Un bol.</p>")));
  }
}
