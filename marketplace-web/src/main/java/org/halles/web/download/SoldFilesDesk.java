package org.halles.web.download;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.download.DownloadView;
import org.halles.marketplace.download.Downloads;
import org.halles.web.vendor.Desk;
import org.halles.web.vendor.OrderDesk;

/** How often the files of the order at hand were downloaded. */
@Named
@RequestScoped
public class SoldFilesDesk {

  @Inject private Downloads downloads;
  @Inject private Desk desk;
  @Inject private OrderDesk order;
  private List<DownloadView> files;

  /** The file of a line, or null. */
  public DownloadView of(UUID line) {
    if (files == null) {
      boolean any =
          order.getDetail().order().lines().stream().anyMatch(one -> one.kind().equals("DIGITAL"));
      files =
          any ? downloads.ofVendor(desk.scope(), order.getDetail().order().number()) : List.of();
    }
    return files.stream().filter(file -> file.line().equals(line)).findFirst().orElse(null);
  }
}
