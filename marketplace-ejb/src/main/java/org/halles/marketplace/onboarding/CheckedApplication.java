package org.halles.marketplace.onboarding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.halles.marketplace.identity.EmailAddress;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.VatNumber;
import org.halles.marketplace.vendor.VendorKind;

/** An application without mistakes. */
record CheckedApplication(
    EmailAddress email,
    VendorKind kind,
    String name,
    String person,
    String country,
    String registration,
    String vatNumber,
    String language) {

  private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

  /**
   * @throws org.halles.marketplace.shared.InvalidInput with all that is wrong
   */
  static CheckedApplication of(ApplicationForm form) {
    Checklist checklist = new Checklist();
    VendorKind kind = checklist.choice("kind", form.kind(), VendorKind.class, null);
    String name = checklist.text("name", form.name(), 80);
    String person = checklist.text("person", form.person(), 120);
    EmailAddress email = email(checklist, form.email());
    String country = country(checklist, form.country());
    boolean trader = kind == VendorKind.PROFESSIONAL;
    String registration = trader ? registration(checklist, form, country) : null;
    String vat = trader ? vat(checklist, form, country) : null;
    checklist.done();
    String language = "en".equals(form.language()) ? "en" : "fr";
    return new CheckedApplication(email, kind, name, person, country, registration, vat, language);
  }

  private static EmailAddress email(Checklist checklist, String typed) {
    return EmailAddress.parse(typed)
        .orElseGet(
            () -> {
              checklist.reject(
                  "email",
                  typed == null || typed.isBlank()
                      ? "is needed"
                      : "must be an e-mail address such as ana@example.org",
                  typed);
              return null;
            });
  }

  private static String country(Checklist checklist, String typed) {
    if (typed == null || !COUNTRIES.contains(typed)) {
      checklist.reject("country", "must be two capital letters after ISO 3166-1", typed);
      return null;
    }
    return typed;
  }

  private static String registration(Checklist checklist, ApplicationForm form, String country) {
    String number = checklist.text("registration", form.registration(), 40);
    if (country != null && !number.isEmpty()) {
      CompanyRegister.problem(country, number)
          .ifPresent(why -> checklist.reject("registration", why.in("en"), number));
    }
    return number;
  }

  private static String vat(Checklist checklist, ApplicationForm form, String country) {
    String number = checklist.optional("vatNumber", form.vatNumber(), 20);
    if (country != null && number != null) {
      VatNumber.problem(country, number)
          .ifPresent(why -> checklist.reject("vatNumber", why.in("en"), number));
    }
    return number;
  }
}
