package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.dispute.Answering;
import org.halles.marketplace.dispute.DisputeKind;
import org.halles.marketplace.dispute.DisputeStatus;
import org.halles.marketplace.dispute.DisputeView;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.halles.web.ui.Uploads;
import org.omnifaces.cdi.Param;
import org.primefaces.model.file.UploadedFiles;

/** What buyers and banks dispute of a vendor, and what it answers. */
@Named
@RequestScoped
public class DisputeDesk {

  @Inject @Param private String id;
  @Inject @Param private String cursor;
  @Inject private Desk desk;
  @Inject private Answering answering;
  @Inject private Say say;

  @Inject private Clock clock;

  private Page<DisputeView> page;
  private DisputeView dispute;
  private String text;
  private UploadedFiles files;

  public List<DisputeView> getDisputes() {
    return page().items();
  }

  public DisputeView getDispute() {
    if (dispute == null) {
      dispute = answering.get(desk.scope(), id());
    }
    return dispute;
  }

  /** True while something may still be said. */
  public boolean isOpen() {
    return !getDispute().status().isDecided();
  }

  /** True while the vendor may still say something: a bank is told once, and in time. */
  public boolean isAnswerable() {
    DisputeView it = getDispute();
    return isOpen()
        && (it.kind() == DisputeKind.BUYER
            || it.status() == DisputeStatus.OPENED
                && (it.evidenceBy() == null || clock.instant().isBefore(it.evidenceBy())));
  }

  public String fileOf(DisputeView.File file) {
    return "/vendor/evidence/" + desk.getSlug() + "/" + getDispute().id() + "/" + file.id();
  }

  public void answer() {
    if (say.trying(() -> dispute = answering.answer(desk.scope(), id(), text, Uploads.of(files)))) {
      say.done("disputes.answered");
      text = null;
    }
  }

  public void accept() {
    if (say.trying(() -> dispute = answering.accept(desk.scope(), id()))) {
      say.done("disputes.accepted");
    }
  }

  private UUID id() {
    try {
      return UUID.fromString(String.valueOf(id));
    } catch (IllegalArgumentException none) {
      throw new NotFound("dispute", id);
    }
  }

  public String getNext() {
    return page().next() == null ? null : address().with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : address().toString();
  }

  private Query address() {
    return Query.of(desk.getPath() + "/disputes");
  }

  private Page<DisputeView> page() {
    if (page == null) {
      page = answering.list(desk.scope(), Paging.of(null, cursor));
    }
    return page;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public UploadedFiles getFiles() {
    return files;
  }

  public void setFiles(UploadedFiles files) {
    this.files = files;
  }
}
