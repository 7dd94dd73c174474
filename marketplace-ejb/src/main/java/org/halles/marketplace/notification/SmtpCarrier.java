package org.halles.marketplace.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** Hands letters to the mail server that the application server's mail session names. */
final class SmtpCarrier implements Carrier {

  private static final String[] LIMITS = {"connectiontimeout", "timeout", "writetimeout"};

  private final Session session;
  private final String user;
  private final String password;

  /**
   * @param lent the server's session: where the mail server is and how it is spoken to
   * @param user null where the mail server wants no sign-in
   */
  SmtpCarrier(Session lent, String user, String password) {
    Properties properties = new Properties();
    properties.putAll(lent.getProperties());
    for (String limit : LIMITS) {
      properties.putIfAbsent("mail.smtp." + limit, "20000");
    }
    this.session = Session.getInstance(properties);
    this.user = user == null || user.isBlank() ? null : user;
    this.password = password;
  }

  @Override
  public Session session() {
    return session;
  }

  @Override
  public void carry(MimeMessage message) throws MessagingException {
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect(user, user == null ? null : password);
      transport.sendMessage(message, message.getAllRecipients());
    }
  }

  @Override
  public boolean staysHere() {
    return false;
  }
}
