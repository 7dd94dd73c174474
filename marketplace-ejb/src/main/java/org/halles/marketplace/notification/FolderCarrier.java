package org.halles.marketplace.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** Lays letters into a folder as {@code .eml} files, which any mail program opens. */
final class FolderCarrier implements Carrier {

  /** Letters are written byte by byte: most are one call of the system with a buffer this large. */
  private static final int LETTER = 16_384;

  private final Path folder;
  private final Session session = Session.getInstance(new Properties());

  FolderCarrier(Path folder) {
    this.folder = folder;
  }

  @Override
  public Session session() {
    return session;
  }

  @Override
  public void carry(MimeMessage message) throws MessagingException, IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    String name = message.getMessageID().replaceAll("[^0-9a-zA-Z-]", "-").replaceAll("^-|-$", "");
    Path half = folder.resolve(name + ".part");
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(half), LETTER)) {
      message.writeTo(file);
    }
    Files.move(half, folder.resolve(name + ".eml"), StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public boolean staysHere() {
    return true;
  }
}
