package org.halles.marketplace.vendor;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.JsonColumn;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.shared.TextsColumn;
import org.hibernate.annotations.ColumnTransformer;

/** A vendor's public face. */
@Entity
class Storefront {

  /** The house's green, until the vendor chooses its own colour. */
  static final String USUAL_ACCENT = "#1F5A3D";

  /** The house's paper. */
  static final String USUAL_GROUND = "#FBF8F1";

  /** The theme of whoever has chosen none. */
  static final String USUAL_THEME = "market";

  @Id
  @Column(name = "vendor_id")
  private UUID vendorId;

  private String name;

  @Convert(converter = TextsColumn.class)
  @ColumnTransformer(write = JsonColumn.WRITE)
  @Column(columnDefinition = "jsonb")
  private Texts tagline;

  @Convert(converter = TextsColumn.class)
  @ColumnTransformer(write = JsonColumn.WRITE)
  @Column(columnDefinition = "jsonb")
  private Texts story;

  @Convert(converter = PoliciesColumn.class)
  @ColumnTransformer(write = JsonColumn.WRITE)
  @Column(columnDefinition = "jsonb")
  private Map<String, Texts> policies;

  @Convert(converter = TraderColumn.class)
  @ColumnTransformer(write = JsonColumn.WRITE)
  @Column(columnDefinition = "jsonb")
  private Trader trader;

  private String accent;
  private String ground;
  private String theme;

  @Convert(converter = TextsColumn.class)
  @ColumnTransformer(write = JsonColumn.WRITE)
  @Column(name = "closed_note", columnDefinition = "jsonb")
  private Texts closedNote;

  @Column(name = "logo_media")
  private String logoMedia;

  @Column(name = "banner_media")
  private String bannerMedia;

  @Version private int version;

  protected Storefront() {}

  /** The face of a vendor that has not said anything yet. */
  Storefront(UUID vendorId, String name) {
    this.vendorId = vendorId;
    this.name = name;
    this.tagline = Texts.NONE;
    this.story = Texts.NONE;
    this.policies = Map.of();
    this.trader = Trader.UNKNOWN;
    this.accent = USUAL_ACCENT;
    this.ground = USUAL_GROUND;
    this.theme = USUAL_THEME;
    this.closedNote = Texts.NONE;
  }

  /** Everything is as given from now on. */
  void redecorate(StorefrontInput checked) {
    this.name = checked.name();
    this.tagline = checked.tagline();
    this.story = checked.story();
    this.policies = checked.policies();
    this.trader = checked.trader();
    this.accent = checked.accent();
    this.ground = checked.ground();
    this.theme = checked.theme();
    this.closedNote = checked.closure() == null ? Texts.NONE : checked.closure().note();
    this.logoMedia = checked.logoMedia();
    this.bannerMedia = checked.bannerMedia();
  }

  /** A plugin speaks for its vendor: its words and colour, not its pictures and policies. */
  void introduce(String newName, Texts newTagline, Texts newStory, String newAccent) {
    this.name = newName;
    this.tagline = newTagline;
    this.story = newStory;
    this.accent = newAccent;
  }

  String name() {
    return name;
  }

  int version() {
    return version;
  }

  StorefrontView view(Vendor vendor) {
    return new StorefrontView(
        vendorId,
        vendor.slug(),
        name,
        vendor.kind(),
        vendor.country(),
        tagline,
        story,
        policies,
        trader,
        accent,
        ground,
        theme,
        logoMedia,
        bannerMedia,
        vendor.closure(closedNote),
        version);
  }

  /** Policies in a {@code jsonb} column. */
  @Converter
  static class PoliciesColumn extends JsonColumn<Map<String, Texts>> {
    PoliciesColumn() {
      super(new TypeReference<>() {});
    }
  }

  /** The trader in a {@code jsonb} column. */
  @Converter
  static class TraderColumn extends JsonColumn<Trader> {
    TraderColumn() {
      super(new TypeReference<>() {});
    }
  }
}
