package org.halles.it.http;

import java.util.ArrayList;
import java.util.List;
import org.halles.it.Answer;
import org.halles.it.Shop;

/** Somebody who looks at the shop again and again while something happens to it. */
final class Passers implements AutoCloseable {

  private final List<Answer> answers = new ArrayList<>();
  private final List<Throwable> cut = new ArrayList<>();
  private final Thread thread = new Thread(this::look, "passers");
  private volatile boolean looking = true;

  static Passers by() {
    Passers passers = new Passers();
    passers.thread.start();
    return passers;
  }

  private void look() {
    Shop guest = Shop.asGuest();
    while (looking) {
      try {
        answers.add(guest.get("/api/v1/listings?limit=1"));
      } catch (RuntimeException broken) {
        cut.add(broken);
      }
    }
  }

  /** Everything they were answered. */
  List<Answer> answers() {
    return answers;
  }

  /** Requests that got no answer, or half of one. */
  List<Throwable> cut() {
    return cut;
  }

  @Override
  public void close() throws InterruptedException {
    looking = false;
    thread.join(60_000);
  }
}
