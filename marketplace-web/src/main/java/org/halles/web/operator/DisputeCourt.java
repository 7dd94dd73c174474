package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.dispute.BankAnswers;
import org.halles.marketplace.dispute.DisputeKind;
import org.halles.marketplace.dispute.DisputeSort;
import org.halles.marketplace.dispute.DisputeStatus;
import org.halles.marketplace.dispute.DisputeView;
import org.halles.marketplace.dispute.Disputes;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.spi.Money;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.halles.web.ui.Sorts;
import org.halles.web.ui.Uploads;
import org.omnifaces.cdi.Param;
import org.primefaces.model.file.UploadedFiles;

/** The operator decides between buyers and vendors, and answers banks. */
@Named
@RequestScoped
public class DisputeCourt {

  private static final String PATH = "/operator/disputes";

  @Inject @Param private String id;
  @Inject @Param private String show;
  @Inject @Param private String sort;
  @Inject @Param private String cursor;
  @Inject private Disputes disputes;
  @Inject private BankAnswers answers;
  @Inject private CurrentCaller caller;
  @Inject private Say say;

  private Page<DisputeView> page;
  private DisputeView dispute;
  private Integer waiting;
  private BigDecimal amount;
  private String reason;
  private String text;
  private String[] chosen;
  private UploadedFiles files;

  public List<DisputeView> getDisputes() {
    return page().items();
  }

  public DisputeView getDispute() {
    if (dispute == null) {
      dispute = disputes.get(id());
    }
    return dispute;
  }

  /** How many wait for an operator, for the rail; none for those whose business it is not. */
  public int getWaiting() {
    if (waiting == null) {
      boolean theirs = caller.get().is(Role.FINANCE) || caller.get().is(Role.SUPPORT);
      waiting = theirs ? disputes.waiting() : 0;
    }
    return waiting;
  }

  public List<DisputeStatus> getStatuses() {
    return List.of(DisputeStatus.values());
  }

  /** The status the list is narrowed to, or null. */
  public DisputeStatus getStatus() {
    return Arrays.stream(DisputeStatus.values())
        .filter(one -> one.name().equalsIgnoreCase(show))
        .findFirst()
        .orElse(null);
  }

  public String hrefOf(DisputeStatus status) {
    return Query.of(PATH).with("show", status == null ? null : status.name()).toString();
  }

  public boolean isOpen() {
    return !getDispute().status().isDecided() && caller.get().is(Role.FINANCE);
  }

  /** True if the bank decides. */
  public boolean isChargeback() {
    return getDispute().kind() == DisputeKind.CHARGEBACK;
  }

  /** True while the bank may still be told. */
  public boolean isContestable() {
    return isOpen() && isChargeback() && getDispute().status() == DisputeStatus.OPENED;
  }

  public String fileOf(DisputeView.File file) {
    return "/operator/evidence/"
        + getDispute().orderGroup()
        + "/"
        + getDispute().id()
        + "/"
        + file.id();
  }

  /** Gives back what was typed, or everything if nothing was. */
  public void refund() {
    Money back =
        amount == null
            ? null
            : Money.parse(amount.toPlainString(), getDispute().amount().currency());
    if (say.trying(() -> dispute = disputes.resolve(id(), back, reason))) {
      say.done("disputes.resolved");
      forget();
    }
  }

  public void reject() {
    if (say.trying(() -> dispute = disputes.reject(id(), reason))) {
      say.done("disputes.resolved");
      forget();
    }
  }

  public void contest() {
    if (say.trying(() -> dispute = answers.contest(id(), text, Uploads.of(files), chosenFiles()))) {
      say.done("disputes.contested");
      text = null;
    }
  }

  /** What vendors and operators gave so far, to choose from. */
  public List<DisputeView.File> getGiven() {
    return getDispute().statements().stream().flatMap(said -> said.files().stream()).toList();
  }

  private List<UUID> chosenFiles() {
    return chosen == null ? List.of() : Arrays.stream(chosen).map(UUID::fromString).toList();
  }

  public String[] getChosen() {
    return chosen == null ? new String[0] : chosen.clone();
  }

  public void setChosen(String[] chosen) {
    this.chosen = chosen == null ? null : chosen.clone();
  }

  public UploadedFiles getFiles() {
    return files;
  }

  public void setFiles(UploadedFiles files) {
    this.files = files;
  }

  public void accept() {
    if (say.trying(() -> dispute = answers.accept(id()))) {
      say.done("disputes.accepted-bank");
    }
  }

  private void forget() {
    amount = null;
    reason = null;
  }

  private UUID id() {
    try {
      return UUID.fromString(String.valueOf(id));
    } catch (IllegalArgumentException none) {
      throw new NotFound("dispute", id);
    }
  }

  /** How the list is sorted. */
  public Sorts<DisputeSort> getSorts() {
    return Sorts.of(
        DisputeSort.class, sort, DisputeSort.NEWEST, () -> Query.of(PATH).with("show", show));
  }

  public String getNext() {
    return page().next() == null
        ? null
        : getSorts().address().with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : getSorts().address().toString();
  }

  private Page<DisputeView> page() {
    if (page == null) {
      page = disputes.list(getStatus(), getSorts().getChosen(), Paging.of(null, cursor));
    }
    return page;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
