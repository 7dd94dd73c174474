package org.halles.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionTest {

  @Test
  void textListsAndEmphasisStay() {
    String written = "<p>Du <strong>bon</strong> pain</p><ul><li>seigle</li></ul>";

    assertThat(Description.clean(written)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<p onclick=\"alert(1)\">x</p>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<style>@import 'x'</style>",
        "<iframe src=\"//evil.example\"></iframe>"
      })
  void whatRunsIsTakenOut(String written) {
    assertThat(Description.clean(written))
        .doesNotContainIgnoringCase("alert")
        .doesNotContainIgnoringCase("@import")
        .doesNotContain("evil.example");
  }

  @Test
  void plainTextBecomesParagraphsAndKeepsItsSigns() {
    assertThat(Description.clean("2 < 3 & 4\nligne\n\nfin"))
        .isEqualTo("<p>2 &lt; 3 &amp; 4<br />ligne</p><p>fin</p>");
  }

  @Test
  void whatIsCleanStaysAsItIs() {
    String once =
        Description.clean("<p>été &amp; <em>hiver</em></p><a href=\"https://a.example\">x</a>");

    assertThat(Description.clean(once)).isEqualTo(once);
  }

  @Test
  void listsOfTheEditorBecomeListsOfTheirKind() {
    assertThat(
            Description.clean(
                "<p>Avant</p><ol><li data-list=\"bullet\"><span class=\"ql-ui\"></span>Un</li>"
                    + "<li data-list=\"bullet\">Deux</li><li data-list=\"ordered\">Trois</li></ol>"))
        .isEqualTo("<p>Avant</p><ul><li>Un</li><li>Deux</li></ul><ol><li>Trois</li></ol>");
  }
}
