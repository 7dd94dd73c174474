package org.halles.marketplace.importing;

import java.util.List;
import org.halles.spi.CatalogColumn;

/** A layout that can be read and written. */
public record LayoutView(String id, String name, List<CatalogColumn> columns) {}
