package org.halles.web.download;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.halles.marketplace.download.DownloadClosed;
import org.halles.marketplace.download.DownloadView;
import org.halles.marketplace.download.Downloads;
import org.halles.marketplace.shared.NotFound;
import org.halles.web.ui.Language;
import org.omnifaces.util.Faces;

/**
 * A file that was bought, for whoever has its link. Looking at the page counts nothing, for
 * programs that check mails follow links too; the button gets the file.
 */
@Named
@RequestScoped
public class DownloadPage {

  @Inject private Downloads downloads;
  @Inject private HttpServletRequest request;
  @Inject private Language language;
  private DownloadView file;

  /** Shows it, or sends the file. */
  public void open() throws IOException {
    String secret = request.getParameter("secret");
    try {
      if (request.getMethod().equals("POST") && send(secret)) {
        return;
      }
      file = downloads.get(secret);
    } catch (NotFound unknown) {
      Faces.getContext().getExternalContext().responseSendError(404, null);
      Faces.getContext().responseComplete();
    }
  }

  private boolean send(String secret) throws IOException {
    try {
      Downloads.Opened opened = downloads.take(secret);
      Faces.sendFile(opened.content(), opened.name(), true);
      return true;
    } catch (DownloadClosed closed) {
      return false; // the page says why
    }
  }

  public DownloadView getFile() {
    return file;
  }

  public String getSize() {
    return FileSizes.text(file.bytes(), language.getLocale());
  }
}
