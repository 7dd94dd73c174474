package org.halles.marketplace.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.onboarding.ApplicationForm;
import org.halles.marketplace.onboarding.Applying;
import org.halles.marketplace.onboarding.ChecklistStep;
import org.halles.marketplace.onboarding.Completing;
import org.halles.marketplace.onboarding.Documents;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.vendor.Approval;
import org.halles.marketplace.vendor.Memberships;
import org.halles.marketplace.vendor.VendorScope;

/** People who would like to sell, so that the operator's queue shows what it is for. */
@ApplicationScoped
@Transactional
public class DemoApplicants {

  private static final String PASSWORD = "halles-demo";

  /** The smallest file that is a PDF. */
  private static final byte[] PAPER =
      ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
              + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
              + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
              + "trailer<</Root 1 0 R>>\n%%EOF\n")
          .getBytes(StandardCharsets.US_ASCII);

  private Applying applying;
  private Completing completing;
  private Documents documents;
  private Approval approval;
  private Memberships memberships;
  private DemoClock clock;
  private Database database;

  protected DemoApplicants() {}

  @Inject
  DemoApplicants(
      Applying applying,
      Completing completing,
      Documents documents,
      Approval approval,
      Memberships memberships,
      DemoClock clock,
      Database database) {
    this.applying = applying;
    this.completing = completing;
    this.documents = documents;
    this.approval = approval;
    this.memberships = memberships;
    this.clock = clock;
    this.database = database;
  }

  /** One applicant, as far as it has come; one that is there already is left alone. */
  @Allowed(Role.SYSTEM)
  public void arrive(DemoApplicant applicant, Instant now) {
    boolean known =
        database
            .find(
                "select 1 from account where lower(email) = lower(?)",
                row -> true,
                applicant.email())
            .isPresent();
    if (!known) {
      Instant then = now.minus(Duration.ofHours(applicant.hoursAgo()));
      clock.live(then, Caller.SYSTEM, () -> apply(applicant, then));
    }
  }

  private void apply(DemoApplicant applicant, Instant then) {
    UUID application =
        applying.apply(
            new ApplicationForm(
                applicant.kind(),
                applicant.name(),
                applicant.person(),
                applicant.email(),
                applicant.country(),
                applicant.registration(),
                applicant.vatNumber(),
                "fr"),
            "demo");
    String slug = applying.confirm(applying.tokenOf(application, 1), PASSWORD);
    VendorScope scope = memberships.scopeOf(slug);
    LocalDate good = LocalDate.ofInstant(then, ZoneOffset.UTC).plusYears(4);
    completing.view(scope).steps().forEach(step -> complete(applicant, scope, step, good));
    if (applicant.submitted()) {
      UUID vendor = completing.submit(scope).vendorId();
      if (applicant.asked() != null) {
        approval.requestChanges(vendor, applicant.asked());
      }
    }
  }

  private void complete(
      DemoApplicant applicant, VendorScope scope, ChecklistStep step, LocalDate good) {
    Map<String, String> answers = applicant.answers().get(step.type());
    if (answers != null) {
      completing.save(scope, step.requirementId(), answers);
    } else if (step.place().equals("file")) {
      documents.handIn(
          scope, step.requirementId(), "document.pdf", PAPER, step.expires() ? good : null);
    } else if (step.place().equals("terms")) {
      completing.acceptTerms(scope, 1);
    }
  }
}
