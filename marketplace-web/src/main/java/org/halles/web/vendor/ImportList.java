package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.halles.marketplace.importing.CompanyTable;
import org.halles.marketplace.importing.FeedAnswer;
import org.halles.marketplace.importing.Feeds;
import org.halles.marketplace.importing.ImportView;
import org.halles.marketplace.importing.Importing;
import org.halles.marketplace.importing.LayoutView;
import org.halles.marketplace.importing.Received;
import org.halles.marketplace.importing.Reception;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.primefaces.model.file.UploadedFile;

/** Files into the catalogue and out of it: what came, and the doors for what is to come. */
@Named("importList")
@RequestScoped
public class ImportList {

  @Inject @Param private String cursor;
  @Inject private Desk desk;
  @Inject private Reception reception;
  @Inject private Importing importing;
  @Inject private Feeds feeds;
  @Inject private CompanyTable companies;
  @Inject private Say say;

  private UploadedFile file;
  private String layout;
  private UploadedFile feed;
  private String feedKind = "prices";
  private FeedAnswer answer;
  private Page<ImportView> page;

  /** Takes a file in and shows what it would change. */
  public void upload() {
    if (isMissing(file)) {
      say.wrong("imports.no-file");
      return;
    }
    say.trying(() -> Faces.redirect("/vendor/%s/imports/%s", desk.getSlug(), received().id()));
  }

  private Received received() {
    try (InputStream in = file.getInputStream()) {
      return reception.receive(desk.scope(), layout, true, file.getFileName(), null, in);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Sets prices, stock or prices for companies, and says what it did. */
  public void feed() {
    if (isMissing(feed)) {
      say.wrong("imports.no-file");
      return;
    }
    say.trying(
        () -> {
          try (InputStream in = feed.getInputStream()) {
            answer =
                switch (feedKind) {
                  case "stock" -> feeds.stock(desk.scope(), in);
                  case "company" -> companies.read(desk.scope(), in);
                  default -> feeds.prices(desk.scope(), in);
                };
          } catch (IOException broken) {
            throw new UncheckedIOException(broken);
          }
        });
  }

  private static boolean isMissing(UploadedFile given) {
    return given == null || given.getFileName() == null || given.getFileName().isBlank();
  }

  public List<ImportView> getImports() {
    return page().items();
  }

  public List<LayoutView> getLayouts() {
    return reception.layouts();
  }

  public String getNext() {
    return page().next() == null
        ? null
        : Query.of(desk.getPath() + "/imports").with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : desk.getPath() + "/imports";
  }

  private Page<ImportView> page() {
    if (page == null) {
      page = importing.list(desk.scope(), Paging.of(null, cursor));
    }
    return page;
  }

  public UploadedFile getFile() {
    return file;
  }

  public void setFile(UploadedFile file) {
    this.file = file;
  }

  public String getLayout() {
    return layout;
  }

  public void setLayout(String layout) {
    this.layout = layout;
  }

  public UploadedFile getFeed() {
    return feed;
  }

  public void setFeed(UploadedFile feed) {
    this.feed = feed;
  }

  public String getFeedKind() {
    return feedKind;
  }

  public void setFeedKind(String feedKind) {
    this.feedKind = feedKind;
  }

  /** What the feed did; null before. */
  public FeedAnswer getAnswer() {
    return answer;
  }
}
