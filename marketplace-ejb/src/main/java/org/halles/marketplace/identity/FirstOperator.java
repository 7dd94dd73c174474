package org.halles.marketplace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;
import org.jboss.logging.Logger;

/**
 * Lets the first administrator of a new marketplace in: {@code HALLES_OPERATOR_EMAIL} and {@code
 * HALLES_OPERATOR_PASSWORD} open the account, as long as there is no administrator yet. Afterwards
 * they have no effect and should be taken away.
 */
@ApplicationScoped
class FirstOperator {

  private static final Logger LOG = Logger.getLogger(FirstOperator.class);

  private Database database;
  private Registration registration;
  private CurrentCaller current;

  protected FirstOperator() {}

  @Inject
  FirstOperator(Database database, Registration registration, CurrentCaller current) {
    this.database = database;
    this.registration = registration;
    this.current = current;
  }

  void start(@Observes Startup startup) {
    Optional.ofNullable(System.getenv("HALLES_OPERATOR_EMAIL"))
        .filter(email -> !email.isBlank() && isNeeded())
        .ifPresent(email -> admit(email, System.getenv("HALLES_OPERATOR_PASSWORD")));
  }

  private boolean isNeeded() {
    return database
        .find("select 1 from account_role where role = 'ADMIN' limit 1", row -> true)
        .isEmpty();
  }

  private void admit(String email, String password) {
    List<Violation> faults =
        PasswordRules.check("HALLES_OPERATOR_PASSWORD", password, EmailAddress.parse(email));
    if (!faults.isEmpty()) {
      throw new InvalidInput(faults);
    }
    current.run(
        Caller.SYSTEM,
        () ->
            registration.open(
                new NewAccount(email, password, "Admin", "fr"),
                PasswordHash.of(password),
                Set.of(Role.ADMIN)));
    LOG.infof("opened the account of the first administrator");
  }
}
