package org.halles.marketplace.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import org.halles.marketplace.shared.JsonColumn;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.shared.TextsColumn;
import org.hibernate.annotations.ColumnTransformer;

/** A picture on a listing. */
@Embeddable
class ListingImage {

  @Column(name = "media_id")
  private String media;

  @Convert(converter = TextsColumn.class)
  @ColumnTransformer(write = JsonColumn.WRITE)
  @Column(columnDefinition = "jsonb")
  private Texts alt;

  protected ListingImage() {}

  ListingImage(ImageView image) {
    this.media = image.media();
    this.alt = image.alt();
  }

  ImageView view() {
    return new ImageView(media, alt);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ListingImage image
        && media.equals(image.media)
        && alt.equals(image.alt);
  }

  @Override
  public int hashCode() {
    return Objects.hash(media, alt);
  }
}
