package org.halles.web.ui;

import java.util.List;
import org.halles.marketplace.shared.Attachment;
import org.primefaces.model.file.UploadedFile;
import org.primefaces.model.file.UploadedFiles;

/** What somebody attached to a form of a portal. */
public final class Uploads {

  private Uploads() {}

  /** All files that are not empty. */
  public static List<Attachment> of(UploadedFiles files) {
    return files == null || files.getFiles() == null
        ? List.of()
        : files.getFiles().stream().filter(file -> file.getSize() > 0).map(Uploads::of).toList();
  }

  private static Attachment of(UploadedFile file) {
    return new Attachment(file.getFileName(), file.getContent());
  }
}
