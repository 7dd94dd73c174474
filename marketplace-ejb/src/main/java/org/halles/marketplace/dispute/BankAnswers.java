package org.halles.marketplace.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.shared.Attachment;
import org.halles.marketplace.shared.AttachmentKind;
import org.halles.marketplace.shared.Checklist;
import org.halles.spi.PaymentGateway.Evidence;
import org.halles.spi.PaymentGateway.EvidenceFile;

/**
 * The operator answers a bank through its gateway, outside any transaction; what the gateway says
 * then is recorded like any other news.
 */
@ApplicationScoped
public class BankAnswers {

  private Chargebacks chargebacks;
  private Disputes disputes;
  private Payments payments;

  protected BankAnswers() {}

  @Inject
  BankAnswers(Chargebacks chargebacks, Disputes disputes, Payments payments) {
    this.chargebacks = chargebacks;
    this.disputes = disputes;
    this.payments = payments;
  }

  /**
   * Sends the bank what speaks against a chargeback.
   *
   * @param files of the operator
   * @param chosen of what vendors and operators gave before: the ids of their files
   * @throws CannotDispute if it is a buyer's, decided, or its gateway takes no answer any more
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Allowed(Role.FINANCE)
  public DisputeView contest(UUID id, String text, List<Attachment> files, List<UUID> chosen) {
    Checklist checklist = new Checklist();
    String words = checklist.text("text", text, Cases.LONGEST);
    AttachmentKind.check(files, checklist);
    Chargebacks.AtGateway place = chargebacks.answerable(id);
    Evidence evidence = new Evidence(words == null ? "" : words, all(id, files, chosen, checklist));
    checklist.done();
    if (!payments.contest(place.gateway(), place.reference(), evidence)) {
      look(place);
      throw CannotDispute.gatewayRefuses(place.number(), place.gateway());
    }
    chargebacks.said(id, words, files, chosen);
    look(place);
    return chargebacks.view(id);
  }

  private List<EvidenceFile> all(
      UUID id, List<Attachment> own, List<UUID> chosen, Checklist checklist) {
    List<UUID> distinct = chosen.stream().distinct().toList();
    List<EvidenceFile> all = new ArrayList<>(chargebacks.files(id, distinct));
    if (all.size() < distinct.size()) {
      checklist.reject("chosen", "names a file that is none of this dispute", distinct.size());
    }
    own.stream()
        .filter(file -> AttachmentKind.of(file.content()).isPresent())
        .map(BankAnswers::asEvidence)
        .forEach(all::add);
    long bytes = all.stream().mapToLong(file -> file.content().length).sum();
    if (all.size() > Evidence.MOST_FILES) {
      checklist.reject(
          "chosen",
          "makes " + all.size() + " files in all: keep at most " + Evidence.MOST_FILES,
          all.size());
    } else if (bytes > Evidence.MOST_BYTES) {
      checklist.reject(
          "chosen", "makes the files larger than 4.5 MB in all: leave some out", bytes);
    }
    return all;
  }

  private static EvidenceFile asEvidence(Attachment file) {
    byte[] content = file.content();
    return new EvidenceFile(
        AttachmentKind.tidyName(file.name()),
        AttachmentKind.of(content).orElseThrow().contentType(),
        content);
  }

  /** Agrees: a buyer's dispute is refunded, a chargeback is lost without a word. */
  @Allowed(Role.FINANCE)
  public DisputeView accept(UUID id) {
    if (chargebacks.isBuyers(id)) {
      return disputes.accept(id);
    }
    Chargebacks.AtGateway place = chargebacks.answerable(id);
    if (!payments.accept(place.gateway(), place.reference())) {
      look(place);
      throw CannotDispute.gatewayRefuses(place.number(), place.gateway());
    }
    chargebacks.accepted(id);
    look(place);
    return chargebacks.view(id);
  }

  private void look(Chargebacks.AtGateway place) {
    payments
        .chargeback(place.gateway(), place.reference())
        .ifPresent(seen -> chargebacks.tell(place.gateway(), seen));
  }
}
