package org.halles.marketplace.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.identity.AccountView;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Attempts;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.EmailAddress;
import org.halles.marketplace.identity.NewAccount;
import org.halles.marketplace.identity.NotAllowed;
import org.halles.marketplace.identity.Registration;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.ApplicationReceived;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Outbox;
import org.halles.marketplace.vendor.NewApplicant;
import org.halles.marketplace.vendor.VendorView;
import org.halles.marketplace.vendor.Welcoming;

/**
 * A stranger asks to sell. Whatever address is given, the answer is the same: a link is sent there,
 * and only whoever opens it learns more.
 */
@ApplicationScoped
@Transactional
public class Applying {

  private static final Duration LIFETIME = Duration.ofDays(3);

  private Applications applications;
  private Database database;
  private Outbox outbox;
  private Attempts attempts;
  private Registration registration;
  private Welcoming welcoming;
  private FactsReading reading;
  private Standings standings;
  private CurrentCaller caller;
  private Clock clock;

  protected Applying() {}

  @Inject
  Applying(
      Applications applications,
      Database database,
      Outbox outbox,
      Attempts attempts,
      Registration registration,
      Welcoming welcoming,
      FactsReading reading,
      Standings standings,
      CurrentCaller caller,
      Clock clock) {
    this.applications = applications;
    this.database = database;
    this.outbox = outbox;
    this.attempts = attempts;
    this.registration = registration;
    this.welcoming = welcoming;
    this.reading = reading;
    this.standings = standings;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Takes an application in and sends a link to the address.
   *
   * @param address of the network that asks
   * @return a handle for {@link #resend}; it opens nothing
   * @throws org.halles.marketplace.shared.InvalidInput with all that is wrong
   */
  @Allowed(Role.ANYONE)
  public UUID apply(ApplicationForm form, String address) {
    CheckedApplication checked = CheckedApplication.of(form);
    attempts.applications(checked.email().key(), address);
    UUID id = Ids.capability();
    Instant now = clock.instant();
    applications.add(id, checked, caller.get().accountId(), now, now.plus(LIFETIME));
    outbox.add(new ApplicationReceived(id, 1, now));
    return id;
  }

  /** Sends the link again; says nothing where there is nothing to send. */
  @Allowed(Role.ANYONE)
  public void resend(UUID handle, String address) {
    attempts.applications(handle.toString(), address);
    applications
        .renew(handle, clock.instant().plus(LIFETIME))
        .ifPresent(round -> outbox.add(new ApplicationReceived(handle, round, clock.instant())));
  }

  /**
   * What somebody reads who opened the link.
   *
   * @throws NotFound if it is unknown or too old
   */
  @Allowed(Role.ANYONE)
  public ApplicationView find(String token) {
    return applications
        .find(token, clock.instant())
        .orElseThrow(() -> new NotFound("link", "opened"));
  }

  /**
   * Makes a vendor of the application: its account is opened with this password, or is the one that
   * has this address already and is signed in. Asked again, answers the same vendor.
   *
   * @throws NotAllowed if the address has an account and somebody else, or nobody, is signed in
   */
  @Allowed(Role.ANYONE)
  public String confirm(String token, String password) {
    ApplicationView application = find(token);
    if (application.slug() != null) {
      return application.slug();
    }
    Applications.Answers answers = applications.take(application.id());
    AccountView owner = owner(application, answers, password);
    VendorView vendor =
        welcoming.welcome(
            new NewApplicant(answers.name(), answers.kind(), answers.country(), owner.id()));
    applications.confirmed(application.id(), vendor.id(), clock.instant());
    prefill(vendor.id(), answers);
    standings.refresh(vendor.id());
    return vendor.slug();
  }

  private AccountView owner(
      ApplicationView application, Applications.Answers answers, String password) {
    if (!application.needsPassword()
        && !caller.get().label().equalsIgnoreCase(application.email())) {
      throw NotAllowed.signInFirst();
    }
    return registration.proved(
        new NewAccount(answers.email(), password, answers.person(), answers.language()));
  }

  /** Nothing is asked twice. */
  private void prefill(UUID vendorId, Applications.Answers answers) {
    for (Requirement requirement : reading.requirements()) {
      Map<String, String> known = answers.known(requirement.type());
      if (!known.isEmpty()) {
        reading.keep(vendorId, requirement.id(), known);
      }
    }
  }

  /** The token of a link, for the letter that carries it. */
  @Allowed(Role.SYSTEM)
  public String tokenOf(UUID applicationId, int round) {
    return applications.token(applicationId, round);
  }

  /** Where the link of an application is to be sent, if it is still open. */
  @Allowed(Role.SYSTEM)
  public Optional<OpenApplication> openOne(UUID applicationId) {
    return database.find(
        "select email, person, language, round from vendor_application where id = ? and confirmed_at is null",
        row ->
            new OpenApplication(
                EmailAddress.parse(row.text("email")).orElseThrow(),
                row.text("person"),
                row.text("language"),
                row.integer("round")),
        applicationId);
  }

  /** An application that waits for its link to be opened. */
  public record OpenApplication(EmailAddress email, String person, String language, int round) {}
}
