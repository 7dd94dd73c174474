package org.halles.marketplace.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halles.marketplace.shared.Texts;
import org.junit.jupiter.api.Test;

class DemoContentTest {

  private static final Path PICTURES = Path.of("src/main/resources/demo/pictures");
  private static final Pattern ACTIVE =
      Pattern.compile("<script|<foreignObject|href|url\\(|\\son[a-z]+=|<!|<\\?|data:|javascript:");

  private final List<DemoVendor> vendors =
      DemoContent.market().vendors().stream().map(DemoContent::vendor).toList();
  private final Set<String> categories =
      DemoContent.categories().stream()
          .flatMap(DemoCategory::all)
          .map(DemoCategory::slug)
          .collect(Collectors.toSet());

  @Test
  void theMarketIsLargeEnoughToLookAround() {
    assertThat(vendors).hasSizeGreaterThanOrEqualTo(12);
    assertThat(listings()).hasSizeGreaterThanOrEqualTo(150);
    assertThat(listings().map(DemoVendor.Listing::category).distinct())
        .hasSizeGreaterThanOrEqualTo(25);
  }

  @Test
  void everyListingSpeaksFrenchAndEnglish() {
    assertThat(listings())
        .allSatisfy(
            listing -> {
              assertThat(listing.key()).matches("[a-z0-9-]+");
              assertBoth(listing.title(), 80);
              assertBoth(listing.description(), 400);
              listing.pictures().forEach(picture -> assertBoth(picture.alt(), 120));
            });
    vendors.stream()
        .filter(vendor -> !vendor.plugin())
        .forEach(
            vendor -> {
              assertBoth(vendor.tagline(), 120);
              assertBoth(vendor.story(), 600);
            });
  }

  @Test
  void everyListingHasACategoryAPictureAndSomethingToBuy() {
    assertThat(listings())
        .allSatisfy(
            listing -> {
              assertThat(categories).contains(listing.category());
              assertThat(listing.pictures()).isNotEmpty();
              assertThat(listing.variants())
                  .isNotEmpty()
                  .allMatch(variant -> variant.price() > 0)
                  .allMatch(variant -> listing.isForSale() == variant.stock() > 0);
            });
  }

  @Test
  void skusAreUnique() {
    assertThat(listings().flatMap(listing -> listing.variants().stream()))
        .extracting(DemoVendor.Variant::sku)
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsShippedByOfferFeeSaysItsFee() {
    vendors.stream()
        .filter(v -> v.shipping().stream().anyMatch(m -> m.mode().equals("offer-fee")))
        .flatMap(vendor -> vendor.listings().stream())
        .filter(DemoVendor.Listing::isShipped)
        .flatMap(listing -> listing.variants().stream())
        .forEach(variant -> assertThat(variant.shippingFee()).as(variant.sku()).isNotNull());
  }

  @Test
  void everyPictureIsUsedAndEveryUsedPictureIsThere() throws IOException {
    Set<String> used =
        Stream.concat(
                vendors.stream().flatMap(vendor -> Stream.of(vendor.mark(), vendor.banner())),
                listings().flatMap(l -> l.pictures().stream()).map(DemoVendor.Picture::file))
            .collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(PICTURES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(used);
    }
  }

  @Test
  void picturesAreSmallAndOnlyDraw() throws IOException {
    try (Stream<Path> files = Files.list(PICTURES)) {
      List<Path> all = files.toList();
      assertThat(all.stream().mapToLong(file -> file.toFile().length()).sum())
          .isLessThan(1_500_000);
      assertThat(all)
          .allSatisfy(
              file -> {
                String svg = Files.readString(file, StandardCharsets.UTF_8);
                assertThat(svg).startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=");
                assertThat(ACTIVE.matcher(svg).results()).isEmpty();
              });
    }
  }

  private Stream<DemoVendor.Listing> listings() {
    return vendors.stream().flatMap(vendor -> vendor.listings().stream());
  }

  private static void assertBoth(Texts texts, int longest) {
    for (String language : List.of("fr", "en")) {
      assertThat(texts.byLanguage().get(language)).isNotBlank().hasSizeLessThanOrEqualTo(longest);
    }
  }
}
