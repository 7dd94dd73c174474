package org.halles.spi;

import java.util.List;

/** Writes the rows of one file. The platform quotes cells and keeps formulas from running. */
public interface CatalogWriter {

  /** The column names. */
  List<String> header();

  /**
   * The rows of one listing, each as long as the header. The same format reads them as facts that
   * change nothing about the listing.
   */
  List<List<String>> rows(CatalogArticle article);
}
