package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;
import org.halles.it.Shop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What programs read of the API: nothing in it leads nowhere, and every call says how it fails. */
class DescriptionIT {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static JsonNode description;

  @BeforeAll
  static void read() {
    description = Shop.asGuest().get("/openapi?format=JSON").expect(200).json();
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    Set<String> lost = new TreeSet<>();

    for (JsonNode reference : description.findValues("$ref")) {
      if (description.at(reference.asText().substring(1)).isMissingNode()) {
        lost.add(reference.asText());
      }
    }

    assertThat(description.findValues("$ref")).hasSizeGreaterThan(1000);
    assertThat(lost).isEmpty();
  }

  @Test
  void everyOperationSaysWhatItDoesUnderAnExplainedHeadingAndHowItFails() {
    Set<String> headings =
        new TreeSet<>(
            StreamSupport.stream(description.path("tags").spliterator(), false)
                .filter(tag -> !tag.path("description").asText().isBlank())
                .map(tag -> tag.path("name").asText())
                .toList());
    List<String> poor = new ArrayList<>();

    operations(
        (name, operation) -> {
          List<String> answers = new ArrayList<>();
          operation.path("responses").fieldNames().forEachRemaining(answers::add);
          if (operation.path("summary").asText().isBlank()
              || !headings.contains(operation.path("tags").path(0).asText())
              || answers.stream().noneMatch(answer -> answer.startsWith("4"))) {
            poor.add(name);
          }
        });

    assertThat(poor).isEmpty();
  }

  @Test
  void everyOperationHasANameOfItsOwn() {
    List<String> names = new ArrayList<>();

    operations((name, operation) -> names.add(operation.path("operationId").asText(name)));

    assertThat(names).hasSizeGreaterThan(200).doesNotContain("").doesNotHaveDuplicates();
  }

  private static void operations(BiConsumer<String, JsonNode> each) {
    description
        .path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        entry -> {
                          if (METHODS.contains(entry.getKey())) {
                            each.accept(entry.getKey() + " " + path.getKey(), entry.getValue());
                          }
                        }));
  }
}
