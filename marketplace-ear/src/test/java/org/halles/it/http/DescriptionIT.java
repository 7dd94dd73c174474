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

  /** Of {@code /a/{b}/c} and {@code /a/d/{e}} nobody can say which one {@code /a/d/c} is. */
  @Test
  void noAddressFitsTwoPathsAlike() {
    List<String> paths = new ArrayList<>();
    description.path("paths").fieldNames().forEachRemaining(paths::add);
    List<String> alike = new ArrayList<>();

    for (String one : paths) {
      for (String other : paths) {
        if (isMoreOpen(one, other) && isMoreOpen(other, one)) {
          alike.add(one + " and " + other);
        }
      }
    }

    assertThat(alike).isEmpty();
  }

  /** True if an address may fit both, and this one is open where the other names something. */
  private static boolean isMoreOpen(String path, String other) {
    String[] own = path.split("/");
    String[] theirs = other.split("/");
    boolean open = false;
    for (int part = 0; part < own.length && own.length == theirs.length; part++) {
      boolean free = own[part].startsWith("{");
      boolean theirsFree = theirs[part].startsWith("{");
      if (!free && !theirsFree && !own[part].equals(theirs[part])) {
        return false;
      }
      open |= free && !theirsFree;
    }
    return open;
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
