package org.halles.marketplace.plugin;

import java.util.List;
import org.halles.spi.ListingCheck;

/** What one check of a listing found, or why it could not tell. */
public record CheckAnswer(String checkId, Answer<List<ListingCheck.Finding>> answer) {}
