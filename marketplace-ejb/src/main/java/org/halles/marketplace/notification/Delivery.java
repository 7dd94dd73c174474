package org.halles.marketplace.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.mail.Session;
import java.nio.file.Path;
import java.util.Optional;

/** Chooses how letters leave: by the mail server if the operator named one, else into a folder. */
@ApplicationScoped
class Delivery {

  @Produces
  @ApplicationScoped
  Carrier carrier(Session session) {
    if (Optional.ofNullable(System.getenv("HALLES_SMTP_HOST")).orElse("").isBlank()) {
      String home = Optional.ofNullable(System.getenv("HALLES_HOME")).orElse(".halles");
      return new FolderCarrier(Path.of(home).resolve("mail"));
    }
    return new SmtpCarrier(
        session, System.getenv("HALLES_SMTP_USER"), System.getenv("HALLES_SMTP_PASSWORD"));
  }
}
