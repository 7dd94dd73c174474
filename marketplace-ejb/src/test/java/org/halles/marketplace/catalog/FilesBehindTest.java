package org.halles.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.vendor.VendorScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FilesBehindTest {

  private final SampleShop shop = new SampleShop();
  private final String light = SampleShop.sku();
  private final String print = SampleShop.sku();
  private VendorScope photographer;
  private String category;

  @BeforeEach
  void aPhotographer() {
    photographer = shop.trustedVendor("Lumière");
    category =
        shop.category("files-" + UUID.randomUUID(), null, "Fichiers", "Files").id().toString();
  }

  @Test
  void aDownloadGoesOnSaleOnlyWithAFileBehindEachOfItsVariants() {
    UUID guide = created(guide(light, print));
    file(light);

    assertThat(faultsOf(() -> submit(guide)))
        .containsExactly(
            new Violation(
                "variants[1].file", "is missing: hand in the file that buyers get", print));

    file(print);
    assertThat(submit(guide).status()).isEqualTo(ListingStatus.LIVE);
  }

  @Test
  void aVariantOfADownloadOnSaleComesWithItsFile() {
    file(light);
    UUID guide = created(guide(light));
    submit(guide);

    assertThat(faultsOf(() -> edit(guide, guide(light, print)))).hasSize(1);
    assertThat(shop.cataloguing.get(photographer, guide).variants()).hasSize(1);

    file(print);
    assertThat(edit(guide, guide(light, print)).variants()).hasSize(2);
  }

  @Test
  void theDraftOfADownloadSaysThatItsFileIsMissing() {
    DraftContent typed = DraftWriting.of(proposed(guide(light)));
    DraftView draft = shop.real.inTransaction(() -> shop.drafts.begin(photographer, typed));

    List<String> before = fields(draft);
    file(light);

    assertThat(before).contains("variants[0].file");
    assertThat(fields(draft)).doesNotContain("variants[0].file");
  }

  @Test
  void aModeratorCannotPutADownloadOnSaleWhoseFileIsGone() {
    VendorScope newcomer = shop.vendor("Nouveau");
    file(newcomer, light);
    UUID guide =
        shop.real.inTransaction(() -> shop.cataloguing.create(newcomer, guide(light)).id());
    shop.real.inTransaction(() -> shop.cataloguing.submit(newcomer, guide));
    shop.real.inTransaction(
        () -> shop.real.database().update("delete from sold_file where sku = ?", light));

    assertThatThrownBy(() -> shop.real.inTransaction(() -> shop.reviewing.approve(guide, null)))
        .isInstanceOf(FileMissing.class)
        .hasMessageContaining("variants[0].file");
  }

  @Test
  void aFileOfManyDownloadsLeavesThoseWithoutFilesToTheirVendor() {
    file(light);

    List<UUID> stored =
        shop.real.inTransaction(
            () ->
                shop.assortment.store(
                    photographer,
                    List.of(
                        new WantedListing(null, guide(light), true, Set.of()),
                        new WantedListing(null, guide(print), true, Set.of()))));

    assertThat(stored)
        .extracting(id -> shop.cataloguing.get(photographer, id).status())
        .containsExactly(ListingStatus.LIVE, ListingStatus.DRAFT);
  }

  private VendorListing proposed(ListingInput input) {
    return shop.cataloguing.get(photographer, created(input));
  }

  private List<String> fields(DraftView draft) {
    return shop.drafts.faults(photographer, draft.id()).stream().map(Violation::field).toList();
  }

  private ListingInput guide(String... skus) {
    List<VariantInput> variants = new ArrayList<>();
    for (String sku : skus) {
      Map<String, String> options = Map.of("edition", "édition " + sku);
      variants.add(
          new VariantInput(
              sku, options, new PriceInput(900L, "EUR"), null, "new", 0, 0, null, null));
    }
    return new ListingInput(
        "digital", Texts.of("Un guide", "A guide"), null, category, Map.of(), variants, List.of());
  }

  private UUID created(ListingInput input) {
    return shop.real.inTransaction(() -> shop.cataloguing.create(photographer, input).id());
  }

  private VendorListing submit(UUID listing) {
    return shop.real.inTransaction(() -> shop.cataloguing.submit(photographer, listing));
  }

  private VendorListing edit(UUID listing, ListingInput input) {
    return shop.real.inTransaction(() -> shop.cataloguing.edit(photographer, listing, null, input));
  }

  private static List<Violation> faultsOf(Runnable deed) {
    try {
      deed.run();
    } catch (InvalidInput invalid) {
      return invalid.violations();
    }
    return List.of();
  }

  private void file(String sku) {
    file(photographer, sku);
  }

  private void file(VendorScope of, String sku) {
    shop.real.inTransaction(
        () ->
            shop.real
                .database()
                .update(
                    "insert into sold_file (vendor_id, sku, file, name, content_type, bytes,"
                        + " uploaded_at) values (?, ?, ?, 'Guide.pdf', 'application/pdf', 9, now())",
                    of.vendorId(),
                    sku,
                    "file-" + sku));
  }
}
