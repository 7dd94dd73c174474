package org.halles.testkit;

import static org.halles.testkit.Promise.check;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.halles.spi.OnboardingRequirement;
import org.halles.spi.OnboardingRequirement.Applicant;
import org.halles.spi.OnboardingRequirement.Field;
import org.halles.spi.OnboardingRequirement.Problem;
import org.junit.jupiter.api.Test;

/** What Halles relies on in every {@link OnboardingRequirement}. Extend it and hand it yours. */
public abstract class OnboardingRequirementContract {

  /** The requirement, as the server would make it. */
  protected abstract OnboardingRequirement requirement();

  /** Answers of {@link #applicant} that meet the requirement. */
  protected abstract Map<String, String> goodAnswers();

  /** Somebody whom the requirement concerns. */
  protected Applicant applicant() {
    return new Applicant("a-stall", true, "FR", LocalDate.of(2026, 5, 1));
  }

  @Test
  void it_names_itself_and_says_why_in_french_and_english() {
    OnboardingRequirement one = asked();
    check(
        one.type().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"),
        "the type is '%s': use kebab case, such as epr-france",
        one.type());
    bilingual("the title", one.title());
    bilingual("why it is asked", one.why());
  }

  @Test
  void it_asks_something_by_names_that_differ() {
    List<Field> fields = asked().fields(applicant());
    check(!fields.isEmpty(), "it asks nothing of %s: override applicant()", applicant());
    Set<String> names = new HashSet<>();
    for (Field field : fields) {
      check(field.name().matches("[a-z][a-zA-Z0-9]*"), "a field is called '%s'", field.name());
      check(names.add(field.name()), "two fields are called '%s'", field.name());
      bilingual("the label of " + field.name(), field.label());
    }
  }

  @Test
  void good_answers_meet_it_and_none_do_not() {
    List<Problem> problems = asked().check(applicant(), goodAnswers());
    check(problems.isEmpty(), "good answers %s are refused: %s", goodAnswers(), problems);
    List<Problem> blank = asked().check(applicant(), Map.of());
    check(!blank.isEmpty(), "it is met without any answer by %s", applicant());
    blank.forEach(problem -> bilingual("a problem", problem.message()));
  }

  @Test
  void problems_are_about_fields_that_it_asks_for() {
    Set<String> asked = new HashSet<>();
    asked().fields(applicant()).forEach(field -> asked.add(field.name()));
    Map<String, String> nonsense = new HashMap<>();
    asked.forEach(name -> nonsense.put(name, "\u2603 nonsense"));
    for (Problem problem : asked().check(applicant(), nonsense)) {
      check(
          problem.field() == null || asked.contains(problem.field()),
          "a problem is about '%s', which is not asked for",
          problem.field());
    }
  }

  @Test
  void the_same_answers_are_judged_alike_every_time() {
    List<Problem> first = asked().check(applicant(), Map.of());
    check(first.equals(asked().check(applicant(), Map.of())), "%s changes", first);
  }

  private static void bilingual(String what, Map<String, String> texts) {
    for (String language : List.of("fr", "en")) {
      check(
          texts.get(language) != null && !texts.get(language).isBlank(),
          "%s has no text in '%s'",
          what,
          language);
    }
  }

  /** The same, with a limit for every call. */
  private OnboardingRequirement asked() {
    return Bounded.of(this, OnboardingRequirement.class, requirement(), Duration.ofMillis(250));
  }
}
