package org.halles.spi;

import java.util.List;

/**
 * What a table of listings must have room for, known before its header is written.
 *
 * @param language of texts, where a layout has room for one only
 * @param languages of all texts, most important first
 * @param attributes the names of all attributes, in alphabetical order
 * @param options the names of all options, in alphabetical order
 * @param mostAttributes of one listing
 * @param mostOptions of one listing
 * @param mostImages of one listing
 */
public record CatalogShape(
    String language,
    List<String> languages,
    List<String> attributes,
    List<String> options,
    int mostAttributes,
    int mostOptions,
    int mostImages) {

  public CatalogShape {
    languages = List.copyOf(languages);
    attributes = List.copyOf(attributes);
    options = List.copyOf(options);
  }
}
