package org.halles.marketplace.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.OpenedFile;
import org.halles.marketplace.shared.PrivateFiles;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/** Documents that vendors hand in and the operator looks at; nobody else sees them. */
@ApplicationScoped
@Transactional
public class Documents {

  private static final int LONGEST_REASON = 1_000;

  /** A document and what is in it. */
  public record Opened(DocumentView document, byte[] content) {

    /** As whoever reads it gets it. */
    public OpenedFile file() {
      return new OpenedFile(document.name(), document.contentType(), content);
    }
  }

  private Database database;
  private PrivateFiles files;
  private FactsReading reading;
  private Standings standings;
  private Audit audit;
  private Clock clock;

  protected Documents() {}

  @Inject
  Documents(
      Database database,
      PrivateFiles files,
      FactsReading reading,
      Standings standings,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.files = files;
    this.reading = reading;
    this.standings = standings;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Hands a document in; it takes the place of the one before.
   *
   * @param expiresOn its last day; needed where the requirement says so
   * @throws DocumentRefused if it is no PDF, JPEG or PNG, or too large
   */
  @Needs(Permission.MONEY_WRITE)
  @Allowed(Role.SIGNED_IN)
  public ChecklistView handIn(
      VendorScope scope, UUID requirementId, String name, byte[] content, LocalDate expiresOn) {
    Requirement requirement = requirement(reading.facts(scope.vendorId()), requirementId);
    check(requirement, content, expiresOn);
    String contentType = DocumentKind.of(content).contentType();
    database.update(
        "update vendor_document set status = 'REPLACED' where vendor_id = ? and requirement_id = ?",
        scope.vendorId(),
        requirementId);
    database.update(
        """
        insert into vendor_document (id, vendor_id, requirement_id, file, name, content_type, bytes,
          expires_on, status, uploaded_at) values (?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', ?)
        """,
        Ids.next(),
        scope.vendorId(),
        requirementId,
        files.put(content),
        DocumentKind.tidyName(name),
        contentType,
        content.length,
        requirement.expires() ? expiresOn : null,
        clock.instant());
    record("hand-in-document", scope.vendorId(), requirement.label().in("en"), null);
    return standings.refresh(scope.vendorId());
  }

  /** One of the vendor's own documents. */
  @Needs(Permission.MONEY_READ)
  @Allowed(Role.SIGNED_IN)
  public Opened open(VendorScope scope, UUID id) {
    return open(scope.vendorId(), id);
  }

  /** A document of a vendor, for the operator; that it was read is written down. */
  @Allowed({Role.MODERATOR, Role.SUPPORT})
  public Opened read(UUID vendorId, UUID id) {
    Opened opened = open(vendorId, id);
    record("read-document", vendorId, id.toString(), null);
    return opened;
  }

  /** All documents of a vendor, newest first. */
  @Allowed({Role.MODERATOR, Role.SUPPORT})
  public List<DocumentView> list(UUID vendorId) {
    return database.list(
        "select * from vendor_document where vendor_id = ? order by uploaded_at desc, id desc limit 100",
        DocumentView::read,
        vendorId);
  }

  @Allowed(Role.MODERATOR)
  public ChecklistView accept(UUID vendorId, UUID id) {
    return decide(vendorId, id, DocumentView.Status.ACCEPTED, null);
  }

  /** Refuses a document; the vendor reads why and hands in another. */
  @Allowed(Role.MODERATOR)
  public ChecklistView refuse(UUID vendorId, UUID id, String reason) {
    Checklist checklist = new Checklist();
    String why = checklist.text("reason", reason, LONGEST_REASON);
    checklist.done();
    return decide(vendorId, id, DocumentView.Status.REFUSED, why);
  }

  private ChecklistView decide(UUID vendorId, UUID id, DocumentView.Status status, String reason) {
    int decided =
        database.update(
            """
            update vendor_document set status = ?, reason = ?, decided_at = ?
             where id = ? and vendor_id = ? and status <> 'REPLACED'
            """,
            status,
            reason,
            clock.instant(),
            id,
            vendorId);
    if (decided == 0) {
      throw new NotFound("document", id);
    }
    boolean accepted = status == DocumentView.Status.ACCEPTED;
    record(accepted ? "accept-document" : "refuse-document", vendorId, id.toString(), reason);
    return standings.refresh(vendorId);
  }

  private Opened open(UUID vendorId, UUID id) {
    return database
        .find(
            "select * from vendor_document where id = ? and vendor_id = ?",
            row -> new Opened(DocumentView.read(row), files.get(row.text("file"))),
            id,
            vendorId)
        .orElseThrow(() -> new NotFound("document", id));
  }

  private Requirement requirement(VendorFacts facts, UUID id) {
    return reading.requirements().stream()
        .filter(one -> one.id().equals(id) && one.type().equals(DocumentHandedIn.TYPE))
        .filter(one -> one.concerns(facts.kind()))
        .findFirst()
        .orElseThrow(() -> new NotFound("document requirement", id));
  }

  private void check(Requirement requirement, byte[] content, LocalDate expiresOn) {
    LocalDate today = BusinessCalendar.dayOf(clock.instant());
    Checklist checklist = new Checklist();
    if (content.length == 0) {
      checklist.reject("file", "is empty: choose the document", null);
    }
    if (requirement.expires() && expiresOn == null) {
      checklist.reject("expiresOn", "is needed", null);
    } else if (expiresOn != null && !expiresOn.isAfter(today)) {
      checklist.reject("expiresOn", "is past: hand in a document that is still good", expiresOn);
    } else if (expiresOn != null && expiresOn.isAfter(today.plusYears(50))) {
      checklist.reject("expiresOn", "is too far away: look at the year again", expiresOn);
    }
    checklist.done();
  }

  private void record(String action, UUID vendorId, String what, String reason) {
    audit.record(
        action,
        Subject.of("vendor", vendorId, vendorId),
        null,
        reason == null ? Map.of("document", what) : Map.of("document", what, "reason", reason));
  }
}
