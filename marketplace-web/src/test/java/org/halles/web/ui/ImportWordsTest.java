package org.halles.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.halles.marketplace.importing.ImportProblem;
import org.halles.marketplace.shared.Texts;
import org.junit.jupiter.api.Test;

class ImportWordsTest {

  @Test
  void what_the_catalogue_refuses_is_told_in_the_readers_language() {
    ImportProblem refused =
        problem(
            new Texts(Map.of("en", "is for certain vendors only")),
            new Texts(Map.of("en", "ask the marketplace to be one of them")));

    assertThat(ImportWords.in(refused, "fr").told("fr"))
        .isEqualTo(
            "Cette catégorie est réservée à certains vendeurs\u00a0: demandez l’accès à la place de"
                + " marché.");
    assertThat(ImportWords.in(refused, "en")).isEqualTo(refused);
  }

  @Test
  void what_was_told_in_both_languages_or_by_nobody_translated_stays() {
    ImportProblem both = problem(Texts.of("le titre manque", "the title is missing"), Texts.NONE);
    ImportProblem neither = problem(new Texts(Map.of("en", "must sing")), Texts.NONE);

    assertThat(ImportWords.in(both, "fr")).isEqualTo(both);
    assertThat(ImportWords.in(neither, "fr")).isEqualTo(neither);
  }

  private static ImportProblem problem(Texts message, Texts fix) {
    return new ImportProblem(true, 2, "category", "armes", message, fix);
  }
}
