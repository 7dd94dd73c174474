package org.halles.marketplace.exporting;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.halles.marketplace.catalog.Cataloguing;
import org.halles.marketplace.catalog.VendorListing;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.importing.CompanyTable;
import org.halles.marketplace.importing.ListingTable;
import org.halles.marketplace.media.StoredMedia;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.StorefrontEditing;
import org.halles.marketplace.vendor.VendorScope;

/**
 * Everything a vendor has here, in one archive of open formats: it may leave with it. Written entry
 * by entry as it is read, so that its size costs no memory.
 */
@ApplicationScoped
public class Departure {

  private static final String CONTENTS =
      """
      storefront.json  your storefront: name, words, policies
      listings.json    your listings, all that is stored of them, one after the other
      listings.csv     the same as a table that this market, or another Halles, reads again
      company-prices.csv  what companies pay, an offer a row; read again in the same way
      orders.csv       your paid orders, a row a line
      ledger.csv       your part of the book, posting by posting
      media/           the pictures of your listings, named as listings.json names them

      CSV is UTF-8 with commas; a cell that begins like a formula stands behind an apostrophe.
      """;

  private StorefrontEditing storefront;
  private Cataloguing cataloguing;
  private ListingTable listings;
  private CompanyTable companies;
  private OrderTable orders;
  private LedgerTable ledger;
  private StoredMedia media;

  protected Departure() {}

  @Inject
  Departure(
      StorefrontEditing storefront,
      Cataloguing cataloguing,
      ListingTable listings,
      CompanyTable companies,
      OrderTable orders,
      LedgerTable ledger,
      StoredMedia media) {
    this.storefront = storefront;
    this.cataloguing = cataloguing;
    this.listings = listings;
    this.companies = companies;
    this.orders = orders;
    this.ledger = ledger;
    this.media = media;
  }

  /**
   * Writes the archive.
   *
   * @param site the address of this marketplace, for pictures in tables
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.MONEY_READ)
  public void write(VendorScope scope, String language, String site, OutputStream out)
      throws IOException {
    ZipOutputStream archive = new ZipOutputStream(out, StandardCharsets.UTF_8);
    entry(archive, "README.txt", CONTENTS.getBytes(StandardCharsets.UTF_8));
    entry(
        archive,
        "storefront.json",
        Json.write(storefront.view(scope)).getBytes(StandardCharsets.UTF_8));
    archive.putNextEntry(new ZipEntry("listings.json"));
    Set<String> pictures = listings(scope, archive);
    archive.putNextEntry(new ZipEntry("listings.csv"));
    listings.write(scope, "halles", language, site, archive);
    archive.putNextEntry(new ZipEntry("company-prices.csv"));
    companies.write(scope, language, archive);
    archive.putNextEntry(new ZipEntry("orders.csv"));
    orders.write(scope, language, archive);
    archive.putNextEntry(new ZipEntry("ledger.csv"));
    ledger.write(scope, archive);
    for (String picture : pictures) {
      picture(archive, picture);
    }
    archive.finish();
  }

  private static void entry(ZipOutputStream archive, String name, byte[] content)
      throws IOException {
    archive.putNextEntry(new ZipEntry(name));
    archive.write(content);
  }

  /** Answers the pictures in them. */
  private Set<String> listings(VendorScope scope, OutputStream out) throws IOException {
    Set<String> pictures = new LinkedHashSet<>();
    JsonGenerator json =
        Json.mapper().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.writeStartArray();
    Page<VendorListing> page;
    String cursor = null;
    do {
      page = cataloguing.list(scope, null, Paging.of(Paging.MOST, cursor));
      for (VendorListing listing : page.items()) {
        json.writePOJO(listing);
        listing.images().forEach(image -> pictures.add(image.media()));
      }
      cursor = page.next();
    } while (cursor != null);
    json.writeEndArray();
    json.close();
    return pictures;
  }

  private void picture(ZipOutputStream archive, String id) throws IOException {
    Optional<InputStream> content = media.open(id);
    if (content.isPresent()) {
      try (InputStream in = content.get()) {
        String type = media.find(id).map(StoredMedia.Stored::contentType).orElse("");
        archive.putNextEntry(new ZipEntry("media/" + id + ending(type)));
        in.transferTo(archive);
      }
    }
  }

  private static String ending(String type) {
    return switch (type) {
      case "image/jpeg" -> ".jpg";
      case "image/png" -> ".png";
      case "image/webp" -> ".webp";
      case "image/svg+xml" -> ".svg";
      default -> "";
    };
  }
}
