package org.halles.marketplace.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.notification.LetterStore.Waiting;

/** Makes a mail of a letter. */
@ApplicationScoped
class Envelope {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final String SENDER =
      Optional.ofNullable(System.getenv("HALLES_MAIL_FROM"))
          .filter(address -> !address.isBlank())
          .orElse("halles@localhost.localdomain");

  private Clock clock;

  protected Envelope() {}

  @Inject
  Envelope(Clock clock) {
    this.clock = clock;
  }

  MimeMessage seal(Waiting letter, WrittenLetter written, Session session)
      throws MessagingException, UnsupportedEncodingException {
    MimeMessage message = new Numbered(session, letter.id());
    message.setFrom(new InternetAddress(SENDER, "Halles", UTF_8));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to()));
    message.setSubject(written.subject(), UTF_8);
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Content-Language", letter.language());
    message.setHeader("Auto-Submitted", "auto-generated");
    MimeBodyPart text = new MimeBodyPart();
    text.setText(Layout.text(written, letter.language()), UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(Layout.html(written, letter.language()), UTF_8, "html");
    message.setContent(new MimeMultipart("alternative", text, html));
    message.saveChanges();
    return message;
  }

  /** Has the same number at every attempt, so that a reader's program knows a second copy. */
  private static final class Numbered extends MimeMessage {
    private final UUID id;

    Numbered(Session session, UUID id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + "@halles>");
    }
  }
}
