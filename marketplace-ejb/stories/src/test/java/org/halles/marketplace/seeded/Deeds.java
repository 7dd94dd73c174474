package org.halles.marketplace.seeded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Everything that can happen, as often as its lots say; then how everything comes to rest. */
final class Deeds {

  private static final List<Duration> TIMES =
      List.of(
          Duration.ofSeconds(3),
          Duration.ofSeconds(30),
          Duration.ofMinutes(20),
          Duration.ofHours(5),
          Duration.ofDays(1),
          Duration.ofDays(8));

  private final Story story;
  private final Buyers buyers;
  private final Givers givers;
  private final Banks banks;
  private final Finance finance;
  private final Workers workers;
  private final Vendors vendors;
  private final List<Runnable> lots = new ArrayList<>();

  Deeds(Story story, Street street) {
    this.story = story;
    this.buyers = new Buyers(story, street);
    this.givers = new Givers(story, street);
    this.banks = new Banks(story, street);
    this.finance = new Finance(story, street);
    this.workers = new Workers(story);
    this.vendors = new Vendors(story, street);
    add(6, buyers::buy);
    add(3, buyers::buyWithCard);
    add(3, buyers::buyForCash);
    add(2, buyers::payAgain);
    add(2, buyers::complain);
    add(1, buyers::withdraw);
    add(3, givers::buy);
    add(1, givers::payAgain);
    add(1, givers::withdraw);
    add(4, banks::decidePayment);
    add(4, banks::sendMessage);
    add(2, banks::chargeBack);
    add(2, banks::decideChargeback);
    add(1, banks::thinkAgain);
    add(1, banks::failCapture);
    add(5, vendors::ship);
    add(5, vendors::deliver);
    add(4, vendors::collect);
    add(1, vendors::bringBackFromTheDoor);
    add(3, vendors::giveCashBack);
    add(2, vendors::cancel);
    add(4, vendors::giveBack);
    add(2, finance::giveAllBack);
    add(1, finance::giveGoodwill);
    add(1, finance::changeTerms);
    add(2, finance::lookAfterRefusedRefunds);
    add(2, finance::decideComplaint);
    add(3, finance::payOut);
    add(2, finance::lookAfterPayouts);
    add(8, workers::oneOfThem);
    add(5, () -> story.pass(story.oneOf(TIMES)));
  }

  private void add(int share, Runnable deed) {
    for (int lot = 0; lot < share; lot++) {
      lots.add(deed);
    }
  }

  void first() {
    finance.everythingGoesBack();
    buyers.buy();
  }

  void next() {
    story.oneOf(lots).run();
  }

  /** Everything works now, and everybody gets round to what is left to do. */
  void settleDown() {
    story.calm();
    banks.willing();
    finance.everythingGoesBack();
    for (int day = 0; day < 3; day++) {
      banks.decideEverything();
      workers.all();
      story.pass(Duration.ofHours(25));
      workers.all();
      vendors.clearTheDoors();
      finance.clearTheDesk();
    }
    workers.all();
    finance.sendRefusedRefunds();
    finance.bookWhatBanksKeep();
    workers.all();
    vendors.clearTheDoors();
    story.pass(Duration.ofDays(80));
    workers.all();
    banks.willing();
    banks.payAtOnce();
  }
}
