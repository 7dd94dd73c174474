package org.halles.it.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.halles.it.Answer;
import org.halles.it.Shop;

/** Somebody who looks at the shop again and again while something happens to it. */
final class Passers implements AutoCloseable {

  private final List<Answer> answers = new ArrayList<>();
  private final List<Throwable> cut = new ArrayList<>();
  private final Shop guest;
  private final Thread thread = new Thread(this::look, "passers");
  private final AtomicInteger looked = new AtomicInteger();
  private volatile boolean looking = true;

  private Passers(Shop guest) {
    this.guest = guest;
  }

  static Passers by() {
    return by(Shop.asGuest());
  }

  /** Somebody who comes by this guest's way. */
  static Passers by(Shop guest) {
    Passers passers = new Passers(guest);
    passers.thread.start();
    return passers;
  }

  private void look() {
    while (looking) {
      looked.incrementAndGet();
      try {
        answers.add(guest.get("/api/v1/listings?limit=1"));
      } catch (RuntimeException broken) {
        cut.add(broken);
      }
    }
  }

  /** Waits until they have looked so many times more. */
  void sees(int more) throws InterruptedException {
    int enough = looked.get() + more;
    while (looked.get() < enough && thread.isAlive()) {
      Thread.sleep(10);
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
