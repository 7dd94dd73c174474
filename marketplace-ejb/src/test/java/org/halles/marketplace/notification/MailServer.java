package org.halles.marketplace.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server for tests: speaks as much SMTP as it takes to get a letter, or to refuse it. */
final class MailServer implements AutoCloseable {

  private final ServerSocket door = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
  private final List<String> received = new CopyOnWriteArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger refusals = new AtomicInteger();

  MailServer() throws IOException {
    Thread clerk = new Thread(this::work, "mail server");
    clerk.setDaemon(true);
    clerk.start();
  }

  int port() {
    return door.getLocalPort();
  }

  /** So many recipients are refused for the time being. */
  void refuse(int times) {
    refusals.set(times);
  }

  /** How many letters were offered. */
  int asked() {
    return asked.get();
  }

  /** The letters as they came. */
  List<String> received() {
    return received;
  }

  private void work() {
    while (!door.isClosed()) {
      try (Socket caller = door.accept()) {
        talk(caller);
      } catch (IOException hungUp) {
        // the next caller
      }
    }
  }

  private void talk(Socket caller) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
    OutputStream out = caller.getOutputStream();
    say(out, "220 tests");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase();
      switch (verb) {
        case "RCPT" -> say(out, admits() ? "250 ok" : "451 greylisted: try again later");
        case "DATA" -> {
          say(out, "354 go on");
          received.add(letter(in));
          say(out, "250 taken");
        }
        case "QUIT" -> {
          say(out, "221 bye");
          return;
        }
        default -> say(out, "250 ok");
      }
    }
  }

  private boolean admits() {
    asked.incrementAndGet();
    return refusals.getAndUpdate(left -> Math.max(0, left - 1)) == 0;
  }

  private static String letter(BufferedReader in) throws IOException {
    StringBuilder letter = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      letter.append(line).append('\n');
    }
    return letter.toString();
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
