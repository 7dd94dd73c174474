package org.halles.web.ui;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.halles.marketplace.shared.Attachment;

/** What somebody attached to a form, in its field {@code files}. */
public final class Attachments {

  private Attachments() {}

  /** All files that are not empty; none of a form that cannot carry any. */
  public static List<Attachment> of(HttpServletRequest request)
      throws IOException, ServletException {
    List<Attachment> files = new ArrayList<>();
    if (String.valueOf(request.getContentType()).startsWith("multipart/")) {
      for (Part part : request.getParts()) {
        if (part.getName().equals("files") && part.getSize() > 0) {
          files.add(
              new Attachment(part.getSubmittedFileName(), part.getInputStream().readAllBytes()));
        }
      }
    }
    return files;
  }
}
