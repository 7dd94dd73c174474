package org.halles.marketplace.shared;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Postal codes by country, as far as how they are written is known here. */
public final class PostalCode {

  private static final Pattern COUNTRY_BEFORE = Pattern.compile("[A-Z]{1,3}-(?=[0-9])");

  /** How the codes of one country look, without spaces and hyphens. */
  private record Format(Pattern shape, String example) {}

  private static final Map<String, Format> FORMATS =
      Map.ofEntries(
          written("AT", "[1-9][0-9]{3}", "1010"),
          written("BE", "[1-9][0-9]{3}", "1000"),
          written("BG", "[1-9][0-9]{3}", "1000"),
          written("CA", "[ABCEGHJ-NPR-TVXY][0-9][A-Z][0-9][A-Z][0-9]", "K1A 0B1"),
          written("CH", "[1-9][0-9]{3}", "1204"),
          written("CY", "[0-9]{4}", "1010"),
          written("CZ", "[1-7][0-9]{4}", "110 00"),
          written("DE", "[0-9]{5}", "10115"),
          written("DK", "[0-9]{4}", "1050"),
          written("EE", "[0-9]{5}", "10111"),
          written("ES", "(0[1-9]|[1-4][0-9]|5[0-2])[0-9]{3}", "28001"),
          written("FI", "[0-9]{5}", "00100"),
          written("FR", "[0-9]{5}", "69002"),
          written("GB", "[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}|GIR0AA", "SW1A 1AA"),
          written("GR", "[1-8][0-9]{4}", "104 31"),
          written("HR", "[0-9]{5}", "10000"),
          written("HU", "[1-9][0-9]{3}", "1011"),
          written("IE", "[A-Z][0-9][0-9W]([0-9A-Z]{4})?", "D02 X285"),
          written("IT", "[0-9]{5}", "00184"),
          written("LI", "94[0-9]{2}", "9490"),
          written("LT", "[0-9]{5}", "01100"),
          written("LU", "[0-9]{4}", "1009"),
          written("LV", "[0-9]{4}", "1050"),
          written("MC", "98[0-9]{3}", "98000"),
          written("MT", "[A-Z]{3}[0-9]{2,4}", "VLT 1117"),
          written("NL", "[1-9][0-9]{3}[A-Z]{2}", "1012 AB"),
          written("NO", "[0-9]{4}", "0150"),
          written("PL", "[0-9]{5}", "00-950"),
          written("PT", "[1-9][0-9]{6}", "1000-001"),
          written("RO", "[0-9]{6}", "010011"),
          written("SE", "[1-9][0-9]{4}", "111 20"),
          written("SI", "[1-9][0-9]{3}", "1000"),
          written("SK", "[089][0-9]{4}", "811 01"),
          written("US", "[0-9]{5}([0-9]{4})?", "10001"));

  private PostalCode() {}

  private static Map.Entry<String, Format> written(String country, String shape, String example) {
    return entry(country, new Format(Pattern.compile(shape), example));
  }

  /**
   * Why this is no postal code of that country; empty if it may be one, and wherever the country's
   * codes are not known here. Small letters, spaces and the country before the code, as in L-1009,
   * do no harm.
   *
   * @param country ISO 3166-1 alpha-2, or what somebody typed instead
   * @param typed not null
   */
  public static Optional<Texts> problem(String country, String typed) {
    Format format = country == null ? null : FORMATS.get(country);
    String capital = typed.strip().toUpperCase(Locale.ROOT);
    String bare = COUNTRY_BEFORE.matcher(capital).replaceFirst("").replaceAll("[\\s-]", "");
    return format == null || format.shape().matcher(bare).matches()
        ? Optional.empty()
        : Optional.of(
            Texts.of(
                "n’est pas un code postal du pays choisi, qui s’écrit comme "
                    + format.example().replace(' ', '\u00a0'),
                "is no postal code of the chosen country, where they are written like ["
                    + format.example()
                    + "]"));
  }
}
