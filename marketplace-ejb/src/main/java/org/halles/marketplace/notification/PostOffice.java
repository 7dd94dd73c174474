package org.halles.marketplace.notification;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import org.halles.marketplace.notification.LetterStore.Gone;
import org.halles.marketplace.notification.LetterStore.Waiting;
import org.halles.marketplace.shared.BackgroundLoop;
import org.halles.marketplace.shared.DemoMode;
import org.jboss.logging.Logger;

/**
 * Brings waiting letters away, on one thread of this node; any number of nodes may do the same.
 * Letters that were written here are handed over in memory; the letter box is looked into for those
 * that failed before, and for those of a node that is gone.
 */
@ApplicationScoped
class PostOffice {

  private static final Logger LOG = Logger.getLogger(PostOffice.class);
  private static final int BATCH = 20;
  private static final int MOST_IN_HAND = 200;
  private static final Duration GATHERING = Duration.ofMillis(50);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_UNNOTED = Duration.ofSeconds(1);

  private final Queue<Waiting> inHand = new LinkedBlockingQueue<>();

  private LetterStore letters;
  private Carrier carrier;
  private Envelope envelope;
  private SealedFacts sealed;
  private ManagedThreadFactory threads;
  private BackgroundLoop loop;
  private long looked = System.nanoTime() - PAUSE.toNanos();

  protected PostOffice() {}

  @Inject
  PostOffice(
      LetterStore letters,
      Carrier carrier,
      Envelope envelope,
      SealedFacts sealed,
      ManagedThreadFactory threads) {
    this.letters = letters;
    this.carrier = carrier;
    this.envelope = envelope;
    this.sealed = sealed;
    this.threads = threads;
    this.loop = new BackgroundLoop("post", PAUSE, GATHERING, this::bringAway);
  }

  void start(@Observes Startup serverStarted) {
    loop.start(threads);
  }

  @PreDestroy
  void stop() {
    loop.stop();
    List<Waiting> left = drained(Integer.MAX_VALUE);
    if (!left.isEmpty()) {
      letters.giveBack(left);
    }
  }

  /** Something was put into the letter box. */
  void wake() {
    loop.wake();
  }

  /** True if so many letters may be handed over; else they wait in the letter box. */
  boolean hasRoomFor(int more) {
    return inHand.size() + more <= MOST_IN_HAND;
  }

  /** Letters that are in the letter box, and taken for us. */
  void handOver(List<Waiting> taken) {
    inHand.addAll(taken);
    loop.wake();
  }

  /**
   * Brings what is due away; true if there may be more. What has gone is noted once a second: after
   * a crash no more than that goes twice, and under the same number.
   */
  boolean bringAway() {
    List<Waiting> waiting = next();
    List<Gone> gone = new ArrayList<>();
    long noted = System.nanoTime();
    for (Waiting letter : waiting) {
      bringAway(letter).ifPresent(gone::add);
      if (System.nanoTime() - noted > LONGEST_UNNOTED.toNanos()) {
        note(gone);
        noted = System.nanoTime();
      }
    }
    note(gone);
    return waiting.size() == BATCH || !inHand.isEmpty();
  }

  private List<Waiting> next() {
    boolean longAgo = System.nanoTime() - looked >= PAUSE.toNanos();
    List<Waiting> handed = longAgo ? List.of() : drained(BATCH);
    if (!handed.isEmpty()) {
      return handed;
    }
    looked = System.nanoTime();
    List<Waiting> found = letters.take(BATCH);
    return found.isEmpty() ? drained(BATCH) : found;
  }

  /** Those that waited too long for a slow mail server are found in the letter box again. */
  private List<Waiting> drained(int most) {
    List<Waiting> drained = new ArrayList<>();
    while (drained.size() < most && !inHand.isEmpty()) {
      drained.add(inHand.remove());
    }
    return drained.stream().filter(letters::isStillOurs).toList();
  }

  private void note(List<Gone> gone) {
    letters.sent(gone);
    gone.clear();
  }

  private Optional<Gone> bringAway(Waiting letter) {
    try {
      WrittenLetter written = written(letter, sealed.opened(letter.facts()));
      carrier.carry(envelope.seal(letter, written, carrier.session()));
      return Optional.of(new Gone(letter, isShown() ? shown(letter, written) : null));
    } catch (MessagingException | IOException | RuntimeException trouble) {
      LOG.warnf(
          "letter %s '%s' was not taken at attempt %d and will be tried again: %s",
          letter.id(), letter.template(), letter.attempts(), trouble);
      letters.failed(letter, String.valueOf(trouble));
      return Optional.empty();
    }
  }

  private static WrittenLetter shown(Waiting letter, WrittenLetter written) {
    return SealedFacts.isAmong(letter.facts())
        ? written(letter, SealedFacts.masked(letter.facts()))
        : written;
  }

  private static WrittenLetter written(Waiting letter, Map<String, String> facts) {
    return Stationery.write(letter.template(), letter.language(), facts);
  }

  /** True where newcomers may read the market's mails in the browser. */
  boolean isShown() {
    return DemoMode.isOn() && carrier.staysHere();
  }
}
