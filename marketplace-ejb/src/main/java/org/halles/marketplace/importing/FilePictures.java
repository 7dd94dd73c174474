package org.halles.marketplace.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.CatalogField;

/**
 * Which stored pictures stand behind the addresses in files. Our own addresses say so themselves;
 * of others it is remembered, so that a picture is fetched once and a file that comes again changes
 * nothing.
 */
@ApplicationScoped
class FilePictures {

  private static final Pattern OUR_OWN = Pattern.compile(".*/media/([0-9a-f]{64})(?:[./?].*)?");

  /** What is known of the addresses of some articles. */
  record Known(Map<String, String> media, Map<String, Texts> faults) {

    Optional<String> media(String address) {
      Matcher own = OUR_OWN.matcher(address);
      return own.matches() ? Optional.of(own.group(1)) : Optional.ofNullable(media.get(address));
    }

    ImportProblem complaint(int row, String column, String address) {
      Texts why = faults.get(address);
      return why == null
          ? Complaints.pictureToCome(row, column, address)
          : Complaints.picture(row, column, address, why.in("en"), why.in("fr"));
    }
  }

  private Database database;

  protected FilePictures() {}

  @Inject
  FilePictures(Database database) {
    this.database = database;
  }

  Known known(UUID vendorId, List<Staging.StagedItem> items) {
    Map<String, String> media = new HashMap<>();
    Map<String, Texts> faults = new HashMap<>();
    Collection<String> addresses = addresses(items);
    if (!addresses.isEmpty()) {
      database.list(
          """
          select address, media_id, fault from import_picture
           where vendor_id = ? and address = any(?)
          """,
          row ->
              row.text("media_id") == null
                  ? faults.put(row.text("address"), row.json("fault", Texts.class))
                  : media.put(row.text("address"), row.text("media_id")),
          vendorId,
          addresses.toArray(String[]::new));
    }
    return new Known(media, faults);
  }

  private static Collection<String> addresses(List<Staging.StagedItem> items) {
    return items.stream()
        .flatMap(item -> item.rows().stream())
        .flatMap(row -> row.facts().stream())
        .filter(fact -> fact.field() == CatalogField.IMAGE)
        .map(fact -> fact.value())
        .distinct()
        .toList();
  }
}
