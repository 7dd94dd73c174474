package org.halles.marketplace.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;

/** Brings letters away: to the mail server, or into a folder where there is none. */
interface Carrier {

  /** What a message is made with. */
  Session session();

  /** Returns when the letter is out of our hands. */
  void carry(MimeMessage message) throws MessagingException, IOException;

  /** True if letters stay here and may be shown instead. */
  boolean staysHere();
}
