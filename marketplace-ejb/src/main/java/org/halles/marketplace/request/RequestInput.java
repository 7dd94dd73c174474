package org.halles.marketplace.request;

import java.time.LocalDate;
import java.util.List;
import org.halles.spi.Money;

/**
 * What a buyer asks for, as it was sent.
 *
 * @param kind {@code goods} or {@code service}
 * @param category id or slug
 * @param quantity one if it is left out
 * @param budget for all of it, or null; its currency is that of the offers, euros without one
 * @param country where it goes, ISO 3166-1 alpha-2
 * @param city may be left out
 * @param openDays for so long vendors may make offers; 14 if it is left out
 * @param images media ids of pictures that show what is meant
 */
public record RequestInput(
    String kind,
    String title,
    String description,
    String category,
    Integer quantity,
    Money budget,
    LocalDate wantedBy,
    String country,
    String city,
    Integer openDays,
    List<String> images) {

  public RequestInput {
    images = images == null ? List.of() : List.copyOf(images);
  }
}
