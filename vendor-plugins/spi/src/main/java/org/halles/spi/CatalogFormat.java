package org.halles.spi;

import java.util.List;

/**
 * A layout in which shops exchange their catalogue as a table: it reads rows into facts that every
 * layout shares, and writes listings back as rows.
 *
 * <p><b>Life cycle.</b> Found once at deployment. For every file the platform asks each format how
 * sure it is of the header, makes one {@link CatalogReader} of the winner and hands it the rows in
 * order; for every export it makes one {@link CatalogWriter}. Encoding, separators, quotes, limits
 * and the vendor's own column names are the platform's business: a format sees clean cells under
 * the names it knows. It neither keeps state between files nor looks anything up.
 *
 * <p>A format says only what the file says. An empty cell is no statement: it changes nothing.
 */
public interface CatalogFormat {

  /** The stable name of this format, such as {@code shopify}: part of addresses. */
  String id();

  /** What people call it, such as {@code Shopify}. */
  String name();

  /**
   * How sure this format is that a table with this header is its own: 0 is no, 100 is certain.
   *
   * @param header the column names, stripped
   */
  int certainty(List<String> header);

  /** The columns it understands, so that a vendor can say which of its own stands for which. */
  List<CatalogColumn> columns();

  /**
   * Reads one file.
   *
   * @param header the column names, stripped, renamed as the vendor wished
   */
  CatalogReader reader(List<String> header);

  /** Writes one file. */
  CatalogWriter writer(CatalogShape shape);
}
