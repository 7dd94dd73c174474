package org.halles.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.halles.launcher.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {
  @TempDir Path folder;

  @Test
  void valuesMayBeQuotedEmptyAndSpanLines() throws IOException {
    assertThat(read("\uFEFFid,text\r\n1,\"a \"\"b\"\", c\nd\"\r\n2,\r\n", "id", "text"))
        .containsExactly(Map.of("id", "1", "text", "a \"b\", c\nd"), Map.of("id", "2", "text", ""));
  }

  @Test
  void aFileWithoutNewlineAtItsEndIsReadToItsEnd() throws IOException {
    assertThat(read("id\n1\n2", "id")).hasSize(2);
    assertThat(read("id,x\n1,", "id")).containsExactly(Map.of("id", "1", "x", ""));
  }

  @Test
  void aMissingColumnIsNamed() {
    assertThatThrownBy(() -> read("id\n1\n", "price"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("price");
  }

  @Test
  void aRowOfTheWrongWidthIsNamed() {
    assertThatThrownBy(() -> read("id,x\n1,2\n3\n", "id"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("row 3");
  }

  @Test
  void anUnclosedQuoteIsRefused() {
    assertThatThrownBy(() -> read("id\n\"1", "id")).isInstanceOf(Refusal.class);
  }

  private List<Map<String, String>> read(String content, String... columns) throws IOException {
    return CsvTable.read(Files.writeString(folder.resolve("table.csv"), content), columns);
  }
}
