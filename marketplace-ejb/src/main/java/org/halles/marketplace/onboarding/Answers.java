package org.halles.marketplace.onboarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.halles.marketplace.identity.EmailAddress;
import org.halles.marketplace.shared.Texts;

/** Goes through what was typed for one requirement and notes what is missing or wrong. */
final class Answers {

  static final Texts NEEDED = Texts.of("est à renseigner", "is needed");
  private static final Texts TO_TICK = Texts.of("est à cocher", "is to be ticked");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ().-]{6,24}");

  private final Map<String, String> typed;
  private final List<Lack> lacks = new ArrayList<>();

  Answers(Map<String, String> typed) {
    this.typed = typed;
  }

  String get(String field) {
    return typed.get(field);
  }

  boolean has(String field) {
    return typed.containsKey(field);
  }

  /** Every required field is there, and of its kind. */
  Answers fill(List<AskedField> fields) {
    for (AskedField field : fields) {
      String answer = typed.get(field.name());
      if (answer != null) {
        ofKind(field, answer).ifPresent(why -> lacks.add(Lack.of(field.name(), why)));
      } else if (field.required()) {
        lacks.add(Lack.of(field.name(), field.kind().equals("yes") ? TO_TICK : NEEDED));
      }
    }
    return this;
  }

  /** An answer, if it is there, passes this check. */
  Answers check(String field, Function<String, Optional<Texts>> problem) {
    if (has(field)) {
      problem.apply(get(field)).ifPresent(why -> lacks.add(Lack.of(field, why)));
    }
    return this;
  }

  Answers lack(String field, String french, String english) {
    lacks.add(Lack.of(field, Texts.of(french, english)));
    return this;
  }

  List<Lack> lacks() {
    return List.copyOf(lacks);
  }

  private static Optional<Texts> ofKind(AskedField field, String answer) {
    return switch (field.kind()) {
      case "email" ->
          EmailAddress.parse(answer).isPresent()
              ? Optional.empty()
              : no(
                  "doit être une adresse telle que ana@exemple.fr",
                  "must be an address such as ana@example.org");
      case "phone" ->
          PHONE.matcher(answer).matches()
              ? Optional.empty()
              : no(
                  "doit être un numéro tel que +33 6 12 34 56 78",
                  "must be a number such as +33 6 12 34 56 78");
      case "country" ->
          answer.matches("[A-Z]{2}")
              ? Optional.empty()
              : no("doit être un pays de la liste", "must be a country of the list");
      case "date" ->
          answer.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
              ? Optional.empty()
              : no("doit être une date telle que 2027-01-31", "must be a date such as 2027-01-31");
      case "yes" -> answer.equals("yes") ? Optional.empty() : Optional.of(TO_TICK);
      default -> Optional.empty();
    };
  }

  private static Optional<Texts> no(String french, String english) {
    return Optional.of(Texts.of(french, english));
  }
}
