package org.halles.marketplace.importing;

import java.nio.charset.Charset;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.Caller;

/**
 * An import as the job works on it.
 *
 * @param slug the vendor's name in addresses
 * @param caller on whose word; what they may do for the vendor is asked again
 * @param rowsRead up to which row the file is staged
 */
record Task(
    UUID id,
    UUID vendorId,
    String slug,
    Caller caller,
    String format,
    Charset charset,
    char separator,
    List<String> header,
    ImportSettings settings,
    boolean dryRun,
    int rowsRead,
    boolean rowsDone,
    boolean grouped) {}
