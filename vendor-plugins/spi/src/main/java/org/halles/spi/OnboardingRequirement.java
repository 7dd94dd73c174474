package org.halles.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Something a vendor must show before it may sell or be paid. The operator puts it on the checklist
 * and says what it gates; Halles draws the form, keeps what is typed, and asks here whether it
 * suffices.
 *
 * <p><b>Life cycle.</b> Found once at deployment; asked whenever a vendor's checklist is shown or
 * something on it changes. Pure: the same answers are judged alike every time, without a network.
 * While it fails, what it asks for counts as missing.
 */
public interface OnboardingRequirement {

  /** The stable name of this kind of requirement, in kebab case, such as {@code epr-france}. */
  String type();

  /** What the checklist calls it, by language: {@code fr} and {@code en}. */
  Map<String, String> title();

  /** Why it is asked, in a sentence, by language. */
  Map<String, String> why();

  /** What is asked of this vendor; empty if it does not concern it: then it is met. */
  List<Field> fields(Applicant applicant);

  /**
   * What is wrong or missing; empty if the requirement is met.
   *
   * @param answers what was typed, by field; stripped, without the blank ones
   */
  List<Problem> check(Applicant applicant, Map<String, String> answers);

  /**
   * Who is asked.
   *
   * @param slug its name in URLs
   * @param professional false for a private person
   * @param country ISO 3166-1 alpha-2 of its seat
   * @param on today in the platform's time zone
   */
  record Applicant(String slug, boolean professional, String country, LocalDate on) {}

  /**
   * One thing to be typed.
   *
   * @param name in camel case, unique within the requirement
   * @param label what stands above it, by language
   * @param help what stands below it, by language; may be empty
   */
  record Field(
      String name,
      Kind kind,
      boolean required,
      Map<String, String> label,
      Map<String, String> help) {

    public Field {
      label = Map.copyOf(label);
      help = Map.copyOf(help);
    }
  }

  /** How a thing is typed. */
  enum Kind {
    TEXT,
    LONG_TEXT,
    EMAIL,
    PHONE,
    /** Answered as ISO 8601, such as {@code 2027-01-31}. */
    DATE,
    /** ISO 3166-1 alpha-2. */
    COUNTRY,
    /** A box to tick; answered {@code yes} or not at all. */
    YES
  }

  /**
   * One thing that is wrong.
   *
   * @param field its name, or null for the whole
   * @param message what is wrong and what to do, by language
   */
  record Problem(String field, Map<String, String> message) {

    public Problem {
      message = Map.copyOf(message);
    }
  }
}
