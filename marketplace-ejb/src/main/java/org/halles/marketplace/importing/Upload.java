package org.halles.marketplace.importing;

import java.nio.charset.Charset;
import java.util.List;
import org.halles.marketplace.identity.Caller;

/** A file that may be a catalogue, and all that is known of it before it is read. */
record Upload(
    Caller caller,
    String key,
    String format,
    String fileName,
    UploadFolder.Kept kept,
    Charset charset,
    char separator,
    List<String> header,
    ImportSettings settings,
    boolean dryRun) {}
