package org.halles.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
                1,
                List.of("com.acme.Weekend", "com.acme.Night$Late")));
  }

  @ParameterizedTest
  @CsvSource({
    "id=acme-weekend, id=Acme Weekend, id 'Acme Weekend'",
    "id=acme-weekend, id=-acme, id '-acme'",
    "version=1.2.0-beta+7, version=1.2, version '1.2'",
    "spi=1, spi=one, spi 'one'",
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
    assertThatThrownBy(() -> read("spi=99999"))
        .hasMessageContainingAll(
            "id is missing",
            "name is missing",
            "version is missing",
            "author is missing",
            "spi '99999'",
            "provides is missing");
  }

  private static PluginDescriptor read(String text) throws IOException {
    return PluginDescriptor.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
