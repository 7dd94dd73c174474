package org.halles.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.shared.Violation;
import org.junit.jupiter.api.Test;

/** Who prefers French reads French, and programs that ask for nothing go on reading English. */
class SpokenTest {

  private static final class Empty extends Refusal {
    private static final long serialVersionUID = 1L;

    Empty(String code) {
      this(code, Map.of("found", 0));
    }

    Empty(String code, Map<String, Object> facts) {
      super(Kind.UNPROCESSABLE, code, "the file holds no row", facts);
    }
  }

  private final Refusal empty = new Empty("import-empty");

  @Test
  void aRefusalIsToldInTheLanguageOfWhoeverAsks() {
    Problem french = Spoken.of(empty, asking(Locale.GERMAN, Locale.FRANCE, Locale.ENGLISH));
    Problem english = Spoken.of(empty, asking(Locale.ENGLISH, Locale.FRANCE));
    Problem unasked = Spoken.of(empty, asking(Locale.forLanguageTag("*")));

    assertThat(french.detail()).startsWith("Le fichier ne contient aucune ligne");
    assertThat(french.code()).isEqualTo("import-empty");
    assertThat(french.status()).isEqualTo(422);
    assertThat(french.facts()).containsEntry("found", 0);
    assertThat(english).isEqualTo(Problem.of(empty));
    assertThat(unasked).isEqualTo(Problem.of(empty));
  }

  @Test
  void noPlaceInATextStaysOpen() {
    Refusal packs =
        new Empty("order-quantity", Map.of("least", 6, "packSize", 6, "most", 60, "next", 12));
    Refusal coupon = new Empty("coupon-ended", Map.of("coupon", "ETE"));
    Refusal untold = new Empty("coupon-ended", Map.of("found", 0));

    assertThat(Spoken.of(packs, asking(Locale.FRENCH)).detail())
        .contains("6 au moins, par lots de 6, 60 au plus")
        .contains("Prenez-en 12");
    assertThat(Spoken.of(coupon, asking(Locale.FRENCH)).detail()).contains("ETE");
    assertThat(Spoken.of(untold, asking(Locale.FRENCH)).detail())
        .isEqualTo("the file holds no row");
  }

  @Test
  void whatNobodyTranslatedStaysEnglish() {
    Problem french = Spoken.of(new Empty("nobody-knows"), asking(Locale.FRENCH));

    assertThat(french.detail()).isEqualTo("the file holds no row");
  }

  @Test
  void everythingThatIsWrongWithTheInputIsToldAtOnceAndWithWhatWasSent() {
    InvalidInput invalid =
        new InvalidInput(
            List.of(
                new Violation("value", "is missing", null),
                new Violation("share", "must be between 12 and 23", "3")));

    Problem french = Spoken.of(invalid, asking(Locale.FRENCH));

    assertThat(french.violations()).extracting(Violation::field).containsExactly("value", "share");
    assertThat(french.violations().get(1).message()).contains("12", "23").doesNotContain("must");
    assertThat(french.violations().get(1).value()).isEqualTo("3");
    assertThat(french.detail())
        .contains("value : ", " ; share : ", french.violations().get(1).message());
  }

  @Test
  void aHeaderThatCannotBeReadIsNoSecondFault() {
    HttpHeaders unreadable =
        headers(
            () -> {
              throw new IllegalArgumentException("*;q=x");
            });

    assertThat(Spoken.of(empty, unreadable)).isEqualTo(Problem.of(empty));
  }

  private static HttpHeaders asking(Locale... languages) {
    return headers(() -> List.of(languages));
  }

  private static HttpHeaders headers(Supplier<List<Locale>> languages) {
    return (HttpHeaders)
        Proxy.newProxyInstance(
            SpokenTest.class.getClassLoader(),
            new Class<?>[] {HttpHeaders.class},
            (proxy, method, arguments) -> languages.get());
  }
}
