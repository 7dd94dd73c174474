package org.halles.marketplace.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.halles.marketplace.shared.AfterCommit;

/** The letter box: what is put in is sent after the transaction, sooner or later, once. */
@ApplicationScoped
class Post {

  /** What happened longer ago is no news: a restored backup or the demo's past writes to nobody. */
  private static final Duration NEWS = Duration.ofDays(7);

  private LetterStore letters;
  private PostOffice office;
  private AfterCommit afterCommit;
  private Clock clock;

  protected Post() {}

  @Inject
  Post(LetterStore letters, PostOffice office, AfterCommit afterCommit, Clock clock) {
    this.letters = letters;
    this.office = office;
    this.afterCommit = afterCommit;
    this.clock = clock;
  }

  /** Puts a letter in; one that is there already is not put in again. */
  void send(Letter letter) {
    send(List.of(letter));
  }

  /** Puts several letters in by one statement. */
  void send(List<Letter> several) {
    Instant now = clock.instant();
    List<Letter> news =
        several.stream().filter(letter -> letter.because().isAfter(now.minus(NEWS))).toList();
    if (news.isEmpty()) {
      return;
    }
    if (office.hasRoomFor(news.size())) {
      List<LetterStore.Waiting> taken = letters.addTaken(news, now);
      afterCommit.run(() -> office.handOver(taken));
    } else {
      letters.add(news, now);
      afterCommit.run(office::wake);
    }
  }
}
