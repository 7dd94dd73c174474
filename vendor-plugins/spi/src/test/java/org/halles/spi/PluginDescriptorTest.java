package org.halles.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginDescriptorTest {

  private static final String GOOD =
      """
      id=acme-weekend
      name=Rabais du week-end à l'été
      version=1.2.0-beta+7
      author=Acme
      spi=1
      provides=com.acme.Weekend, com.acme.Night$Late
      """;

  @Test
  void a_descriptor_is_read_whole_in_utf_8() throws IOException {
    assertThat(read(GOOD))
        .isEqualTo(
            new PluginDescriptor(
                "acme-weekend",
                "Rabais du week-end à l'été",
                "1.2.0-beta+7",
                "Acme",
                VersionRange.parse("1"),
                List.of("com.acme.Weekend", "com.acme.Night$Late"),
                List.of(),
                Map.of(),
                Map.of()));
  }

  @Test
  void a_name_may_be_told_in_each_language() throws IOException {
    PluginDescriptor plugin = read(GOOD + "name.en=Weekend discount\nname.fr=\n");

    assertThat(plugin.name()).isEqualTo("Rabais du week-end à l'été");
    assertThat(plugin.names()).isEqualTo(Map.of("en", "Weekend discount"));
  }

  @ParameterizedTest
  @CsvSource({
    "id=acme-weekend, id=Acme Weekend, id 'Acme Weekend'",
    "id=acme-weekend, id=-acme, id '-acme'",
    "version=1.2.0-beta+7, version=1.2, version '1.2'",
    "spi=1, spi=one, spi 'one' is no version",
    "author=Acme, author=, author is missing"
  })
  void a_malformed_line_is_named_with_its_value(String good, String bad, String fault) {
    assertThatThrownBy(() -> read(GOOD.replace(good, bad)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(PluginDescriptor.RESOURCE)
        .hasMessageContaining(fault);
  }

  @Test
  void everything_that_is_missing_is_named_at_once() {
    assertThatThrownBy(() -> read("spi=?"))
        .hasMessageContainingAll(
            "id is missing",
            "name is missing",
            "version is missing",
            "author is missing",
            "spi '?' is no version",
            "provides is missing");
  }

  @Test
  void it_names_the_plugins_it_needs_and_examples_of_its_rules() throws IOException {
    PluginDescriptor descriptor =
        read(
            GOOD
                + "requires=bolt 1.2, nuts [2.1, 4.0)\n"
                + "kind.acme.weekend.fr=Part du week-end\n"
                + "kind.acme.weekend.en=Weekend share\n"
                + "example.acme.weekend={\"rate\":\"8 %\"}\n");

    assertThat(descriptor.requires())
        .containsExactly(
            new PluginDescriptor.Requirement("bolt", VersionRange.parse("1.2")),
            new PluginDescriptor.Requirement("nuts", VersionRange.parse("[2.1,4.0)")));
    assertThat(descriptor.kinds())
        .containsExactly(
            Map.entry("acme.weekend", Map.of("fr", "Part du week-end", "en", "Weekend share")));
    assertThat(descriptor.examples()).containsEntry("acme.weekend", "{\"rate\":\"8 %\"}");
  }

  @Test
  void it_suits_this_spi_if_its_range_holds_it() throws IOException {
    assertThat(read(GOOD).suitsThisSpi()).isTrue();
    assertThat(read(GOOD.replace("spi=1", "spi=1.99")).suitsThisSpi()).isFalse();
    assertThat(read(GOOD.replace("spi=1", "spi=[1.0,3.0)")).suitsThisSpi()).isTrue();
    assertThat(read(GOOD.replace("spi=1", "spi=2")).suitsThisSpi()).isFalse();
  }

  @Test
  void a_need_without_a_version_is_named() {
    assertThatThrownBy(() -> read(GOOD + "requires=bolt"))
        .hasMessageContaining("requires 'bolt'")
        .hasMessageContaining("[1.2,3.0)");
  }

  private static PluginDescriptor read(String text) throws IOException {
    return PluginDescriptor.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
