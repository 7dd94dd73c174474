package org.halles.marketplace.importing;

import java.util.List;
import org.halles.spi.CatalogProblem;

/**
 * A row as its layout understands it.
 *
 * @param staged null if it says nothing of an article
 */
record Understood(int row, Staging.StagedRow staged, List<CatalogProblem> problems) {}
