package org.halles.web.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halles.marketplace.shared.VatNumber;

/** Countries by their names in the language of the page, and days things arrive there. */
@Named
@RequestScoped
public class Countries {

  /** Where most parcels go; offered first. */
  private static final List<String> USUAL = List.of("FR", "BE", "CH", "LU", "MC");

  /** A country to choose. */
  public record Country(String code, String name) {}

  private Language language;

  protected Countries() {}

  @Inject
  Countries(Language language) {
    this.language = language;
  }

  /** The country's name; nothing for nothing. */
  public String name(String code) {
    return code == null
        ? ""
        : new Locale.Builder().setRegion(code).build().getDisplayCountry(language.getLocale());
  }

  /** An address in one line with the name of its country, where it ends with the country's code. */
  public String address(String line) {
    String code =
        line.length() > 3 && line.startsWith(", ", line.length() - 4)
            ? line.substring(line.length() - 2)
            : "";
    return Arrays.asList(Locale.getISOCountries()).contains(code)
        ? line.substring(0, line.length() - 2) + name(code)
        : line;
  }

  public List<Country> getUsual() {
    return USUAL.stream().map(code -> new Country(code, name(code))).toList();
  }

  /** All the others, in alphabetical order. */
  public List<Country> getOthers() {
    return sorted(Arrays.stream(Locale.getISOCountries()).filter(code -> !USUAL.contains(code)));
  }

  /** Those whose VAT numbers can be checked, in alphabetical order. */
  public List<Country> getOfCompanies() {
    return sorted(Arrays.stream(Locale.getISOCountries()).filter(VatNumber::canCheck));
  }

  /**
   * Codes of the countries whose name or code begins so, without looking at accents; all for
   * nothing.
   */
  public List<String> like(String typed) {
    String begun = fold(typed == null ? "" : typed.strip());
    return Stream.concat(getUsual().stream(), getOthers().stream())
        .filter(one -> begins(one.name(), begun) || fold(one.code()).equals(begun))
        .map(Country::code)
        .toList();
  }

  private static boolean begins(String name, String begun) {
    String folded = fold(name);
    return folded.startsWith(begun) || folded.contains(" " + begun) || folded.contains("-" + begun);
  }

  private static String fold(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "");
  }

  /** The names of these countries, as a list in a sentence has them. */
  public String names(List<String> codes) {
    return codes.stream().map(this::name).collect(Collectors.joining(", "));
  }

  private List<Country> sorted(Stream<String> codes) {
    Collator collator = Collator.getInstance(language.getLocale());
    return codes
        .map(code -> new Country(code, name(code)))
        .sorted(Comparator.comparing(Country::name, collator))
        .toList();
  }

  /** Such as {@code mardi 24 – jeudi 26 novembre}, or one day. */
  public String span(LocalDate from, LocalDate to) {
    Locale locale = language.getLocale();
    String last = to.format(DateTimeFormatter.ofPattern("EEEE d MMMM", locale));
    if (from.equals(to)) {
      return last;
    }
    boolean sameMonth = from.getMonth() == to.getMonth();
    return from.format(DateTimeFormatter.ofPattern(sameMonth ? "EEEE d" : "EEEE d MMMM", locale))
        + " – "
        + last;
  }
}
