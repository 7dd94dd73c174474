package org.halles.web.listing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.halles.marketplace.catalog.ImageInput;
import org.halles.marketplace.shared.Texts;

/** A picture in the editor and the words for those who do not see it. */
public class PictureForm {

  private String media;
  private final Map<String, String> alt = new LinkedHashMap<>();

  PictureForm(ImageInput image) {
    this.media = image.media();
    if (image.alt() != null) {
      alt.putAll(image.alt().byLanguage());
    }
  }

  ImageInput content() {
    return new ImageInput(media, ListingForm.texts(alt));
  }

  /** Another picture with the same words, such as a part of it. */
  void becomes(String other) {
    media = other;
  }

  /** The texts as they stand in the fields. */
  public Texts getWords() {
    return ListingForm.texts(alt);
  }

  public String getMedia() {
    return media;
  }

  public Map<String, String> getAlt() {
    return alt;
  }
}
