package org.halles.api.dispute;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.halles.marketplace.shared.Attachment;

/**
 * What somebody says in a dispute.
 *
 * @param text 1 to 4000 characters
 * @param files at most five PDF, JPEG or PNG files
 */
public record Said(String text, List<@Valid @NotNull NewFile> files) {

  /**
   * A file that shows something.
   *
   * @param name as its owner calls it
   * @param content in Base64
   */
  public record NewFile(String name, @NotNull byte[] content) {

    public NewFile {
      content = content == null ? null : content.clone();
    }

    @Override
    public byte[] content() {
      return content == null ? null : content.clone();
    }
  }

  List<Attachment> evidence() {
    return evidence(files);
  }

  /** The files as they were sent. */
  public static List<Attachment> evidence(List<NewFile> files) {
    return files == null
        ? List.of()
        : files.stream().map(file -> new Attachment(file.name(), file.content())).toList();
  }
}
