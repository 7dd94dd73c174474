package org.halles.marketplace.importing;

import java.util.List;

/**
 * A row as its layout understands it.
 *
 * @param staged null if it says nothing of an article
 * @param told what the layout says about the row, in the order the vendor should read it
 */
record Understood(int row, Staging.StagedRow staged, List<ImportProblem> told) {}
