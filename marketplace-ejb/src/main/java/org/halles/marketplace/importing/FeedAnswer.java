package org.halles.marketplace.importing;

import java.util.List;

/**
 * What a feed of prices or stock did. Rows are counted; {@code read} is the sum of the rest.
 *
 * @param problems the first thousand
 */
public record FeedAnswer(
    int read, int updated, int unchanged, int failed, List<ImportProblem> problems) {}
