package org.halles.marketplace.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.halles.marketplace.plugin.FormatDoor;
import org.halles.marketplace.plugin.Plugins;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.CatalogColumn;

/** The layouts that plugins know. */
@ApplicationScoped
class Layouts {

  private Plugins plugins;

  protected Layouts() {}

  @Inject
  Layouts(Plugins plugins) {
    this.plugins = plugins;
  }

  Collection<FormatDoor> all() {
    return plugins.catalogFormats().values();
  }

  /**
   * @throws InvalidInput if no plugin that is switched on knows it
   */
  FormatDoor get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new InvalidInput(
                    new Violation("format", "must be one of " + ids() + ", or left out", id)));
  }

  Optional<FormatDoor> find(String id) {
    return Optional.ofNullable(plugins.catalogFormats().get(id));
  }

  /**
   * The layout a header belongs to.
   *
   * @throws UploadRefused if none is sure of it
   */
  FormatDoor recognise(List<String> header) {
    FormatDoor best = null;
    int certainty = 0;
    for (FormatDoor format : all()) {
      int sure = format.certainty(header);
      if (sure > certainty) {
        best = format;
        certainty = sure;
      }
    }
    if (best == null) {
      throw UploadRefused.unknownLayout(shown(header), ids());
    }
    return best;
  }

  private static String shown(List<String> header) {
    String joined = String.join(", ", header);
    return joined.length() > 300 ? joined.substring(0, 300) + "…" : joined;
  }

  private String ids() {
    return all().stream().map(FormatDoor::id).collect(Collectors.joining(", "));
  }

  /** The header with the vendor's own columns under the names the layout knows. */
  static List<String> renamed(List<String> header, Map<String, String> columns) {
    return header.stream()
        .map(String::strip)
        .map(name -> columns.getOrDefault(name, name))
        .toList();
  }

  /** The columns that no listing can be made without, and that are not there. */
  static List<String> missing(FormatDoor format, List<String> header) {
    List<String> names = header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    return format.columns().stream()
        .filter(CatalogColumn::needed)
        .map(CatalogColumn::name)
        .filter(name -> !names.contains(name.toLowerCase(Locale.ROOT)))
        .toList();
  }
}
