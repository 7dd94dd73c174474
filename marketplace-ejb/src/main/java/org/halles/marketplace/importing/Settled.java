package org.halles.marketplace.importing;

import java.util.List;
import java.util.UUID;
import org.halles.marketplace.catalog.FieldChange;

/** What became of an article, or would. */
record Settled(
    int no,
    Outcome outcome,
    UUID listingId,
    List<FieldChange> changes,
    List<ImportProblem> problems) {}
