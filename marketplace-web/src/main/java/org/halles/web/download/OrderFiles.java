package org.halles.web.download;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.download.DownloadView;
import org.halles.marketplace.download.Downloads;
import org.halles.marketplace.shared.NotFound;
import org.halles.web.checkout.OrderPage;
import org.halles.web.ui.Language;

/** The files of the order that its buyer looks at. */
@Named
@RequestScoped
public class OrderFiles {

  @Inject private Downloads downloads;
  @Inject private OrderPage page;
  @Inject private HttpServletRequest request;
  @Inject private Language language;
  private List<DownloadView> files;

  /** The file of a line, or null: most lines have none, and only the buyer sees it. */
  public DownloadView of(UUID line) {
    if (files == null) {
      files = hasFiles() ? read() : List.of();
    }
    return files.stream().filter(file -> file.line().equals(line)).findFirst().orElse(null);
  }

  private boolean hasFiles() {
    return page.getOrder().paidAt() != null
        && page.getOrder().vendorOrders().stream()
            .flatMap(part -> part.lines().stream())
            .anyMatch(line -> line.kind().equals("DIGITAL"));
  }

  private List<DownloadView> read() {
    try {
      return downloads.ofPurchase(page.getOrder().number(), request.getParameter("accessKey"));
    } catch (NotFound notTheBuyer) {
      return List.of();
    }
  }

  public String size(DownloadView file) {
    return FileSizes.text(file.bytes(), language.getLocale());
  }
}
