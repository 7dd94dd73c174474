package org.halles.marketplace.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.plugin.FormatDoor;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/** Takes a vendor's file in: kept as it comes, known by its content, queued if it is a table. */
@ApplicationScoped
public class Reception {

  private UploadFolder folder;
  private Layouts layouts;
  private Registering registering;
  private CurrentCaller current;

  protected Reception() {}

  @Inject
  Reception(UploadFolder folder, Layouts layouts, Registering registering, CurrentCaller current) {
    this.folder = folder;
    this.layouts = layouts;
    this.registering = registering;
    this.current = current;
  }

  /** The layouts that can be read and written. */
  @Allowed(Role.SIGNED_IN)
  public List<LayoutView> layouts() {
    return layouts.all().stream()
        .map(format -> new LayoutView(format.id(), format.name(), format.columns()))
        .toList();
  }

  /**
   * Keeps a file and queues its import.
   *
   * @param format the layout, or null to find it out
   * @param key an idempotency key: the same file again under it is the same import; or null
   * @throws UploadRefused if it cannot be a catalogue; then nothing is kept
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_WRITE)
  public Received receive(
      VendorScope scope,
      String format,
      boolean dryRun,
      String fileName,
      String key,
      InputStream content)
      throws IOException {
    Optional<FormatDoor> named = Optional.ofNullable(format).map(layouts::get);
    UUID id = Ids.next();
    boolean taken = false;
    try {
      UploadFolder.Kept kept = folder.keep(id, content);
      Optional<Map.Entry<UUID, String>> former = registering.byKey(scope.vendorId(), key);
      if (former.isPresent()) {
        return again(former.get(), kept);
      }
      Upload upload = examined(scope, named, dryRun, fileName, key, kept);
      registering.register(scope, id, upload);
      taken = true;
      return new Received(id, false);
    } finally {
      if (!taken) {
        folder.forget(id);
      }
    }
  }

  private static Received again(Map.Entry<UUID, String> former, UploadFolder.Kept kept) {
    if (!former.getValue().equals(kept.sha256())) {
      throw UploadRefused.keyReused();
    }
    return new Received(former.getKey(), true);
  }

  private Upload examined(
      VendorScope scope,
      Optional<FormatDoor> named,
      boolean dryRun,
      String fileName,
      String key,
      UploadFolder.Kept kept)
      throws IOException {
    if (kept.bytes() == 0) {
      throw UploadRefused.empty();
    }
    Charset charset = TextEncoding.of(kept.file());
    char separator = Separators.in(beginning(kept.file(), charset));
    List<String> header = header(kept.file(), charset, separator);
    FormatDoor format = named.orElseGet(() -> layouts.recognise(header));
    return new Upload(
        current.get(),
        key,
        format.id(),
        shortened(fileName),
        kept,
        charset,
        separator,
        header,
        registering.settings(scope.vendorId(), format.id()),
        dryRun);
  }

  static String beginning(Path file, Charset charset) throws IOException {
    try (Reader reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset))) {
      char[] signs = new char[16_384];
      int count = reader.read(signs);
      return count < 0 ? "" : new String(signs, 0, count);
    }
  }

  private static List<String> header(Path file, Charset charset, char separator)
      throws IOException {
    try (Table table = Table.open(file, charset, separator)) {
      List<String> header =
          table
              .next()
              .map(cells -> cells.values().stream().map(String::strip).toList())
              .orElseThrow(UploadRefused::empty);
      return header;
    } catch (BrokenTable broken) {
      throw UploadRefused.unreadable(broken.getMessage());
    }
  }

  /** The name is shown and stored, never used as a path. */
  private static String shortened(String fileName) {
    String name = fileName == null || fileName.isBlank() ? "catalogue.csv" : fileName.strip();
    String last = name.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
    return last.length() > 120 ? last.substring(last.length() - 120) : last;
  }
}
