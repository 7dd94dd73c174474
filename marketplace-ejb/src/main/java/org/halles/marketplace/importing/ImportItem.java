package org.halles.marketplace.importing;

import java.util.List;
import java.util.UUID;
import org.halles.marketplace.catalog.FieldChange;

/**
 * An article of the file and what becomes of it.
 *
 * @param no its place in the file
 * @param article as the file calls it
 * @param row the first row that speaks of it, as a spreadsheet counts
 * @param rows how many do
 * @param title null if the file says none
 * @param outcome null as long as it is not known
 * @param listingId null if there is none
 */
public record ImportItem(
    int no,
    String article,
    int row,
    int rows,
    String title,
    Outcome outcome,
    UUID listingId,
    List<FieldChange> changes) {}
