package org.halles.web.returns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.returns.Receiving;
import org.halles.marketplace.returns.ReturnStatus;
import org.halles.marketplace.returns.ReturnView;
import org.halles.marketplace.returns.Units;
import org.halles.marketplace.shared.Attachment;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.halles.web.vendor.Desk;
import org.omnifaces.cdi.Param;
import org.primefaces.model.file.UploadedFile;

/** A vendor answers, receives and checks what buyers send back. */
@Named
@RequestScoped
public class ReturnDesk {

  @Inject @Param private String id;
  @Inject @Param private String cursor;
  @Inject private Desk desk;
  @Inject private Receiving receiving;
  @Inject private Say say;

  private Page<ReturnView> page;
  private ReturnView chosen;
  private List<ReturnLine> lines;
  private Integer waiting;
  private String address;
  private String words;
  private UploadedFile label;

  public List<ReturnView> getReturns() {
    return page().items();
  }

  /** How many wait to be answered or checked. */
  public int getWaiting() {
    if (waiting == null) {
      waiting = desk.may("ORDERS_READ") ? receiving.waiting(desk.scope()) : 0;
    }
    return waiting;
  }

  public ReturnView getChosen() {
    if (chosen == null) {
      chosen = receiving.get(desk.scope(), id());
    }
    return chosen;
  }

  /** What of it is still to be judged. */
  public List<ReturnLine> getLines() {
    if (lines == null) {
      lines =
          getChosen().lines().stream()
              .filter(line -> line.quantity() > line.refunded())
              .map(ReturnLine::new)
              .toList();
    }
    return lines;
  }

  public boolean isAsked() {
    return getChosen().status() == ReturnStatus.REQUESTED && desk.may("ORDERS_WRITE");
  }

  /** True while the goods may come, or are here. */
  public boolean isComing() {
    boolean coming =
        getChosen().status() == ReturnStatus.ACCEPTED || getChosen().status() == ReturnStatus.SENT;
    return coming && getChosen().live() && desk.may("ORDERS_WRITE");
  }

  /** True while the address or the label may still be given. */
  public boolean isAddressable() {
    return getChosen().status() == ReturnStatus.ACCEPTED && isComing();
  }

  public String fileOf(ReturnView one, ReturnView.File file) {
    return "/vendor/return-files/" + desk.getSlug() + "/" + one.id() + "/" + file.id();
  }

  public void accept() {
    if (say.trying(
        () -> chosen = receiving.accept(desk.scope(), id(), address, attachment(), words))) {
      done("returns.accepted");
    }
  }

  public void refuse() {
    if (say.trying(() -> chosen = receiving.refuse(desk.scope(), id(), words))) {
      done("returns.refused");
    }
  }

  /** What came back as it should is paid back. */
  public void check() {
    List<Units> units = getLines().stream().map(ReturnLine::units).toList();
    if (say.trying(() -> chosen = receiving.check(desk.scope(), id(), units, words))) {
      done("returns.checked");
    }
  }

  /** The buyer may keep the goods. */
  public void refund() {
    if (say.trying(() -> chosen = receiving.refundWithoutGoods(desk.scope(), id(), words))) {
      done("returns.refunded");
    }
  }

  private void done(String key) {
    say.done(key);
    words = null;
    address = null;
    lines = null;
  }

  private Attachment attachment() {
    return label == null || label.getSize() == 0
        ? null
        : new Attachment(label.getFileName(), label.getContent());
  }

  private UUID id() {
    try {
      return UUID.fromString(String.valueOf(id));
    } catch (IllegalArgumentException none) {
      throw new NotFound("return", id);
    }
  }

  public String getNext() {
    return page().next() == null ? null : base().with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : base().toString();
  }

  private Query base() {
    return Query.of(desk.getPath() + "/returns");
  }

  private Page<ReturnView> page() {
    if (page == null) {
      page = receiving.list(desk.scope(), Paging.of(null, cursor));
    }
    return page;
  }

  /** Where goods are sent to: what was typed, else what is known. */
  public String getAddress() {
    if (address == null) {
      String known = getChosen().address();
      address = known == null ? receiving.address(desk.scope()) : known;
    }
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    this.words = words;
  }

  public UploadedFile getLabel() {
    return label;
  }

  public void setLabel(UploadedFile label) {
    this.label = label;
  }
}
