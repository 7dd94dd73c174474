package org.halles.marketplace.seeded;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Thousands of stories, each from its seed. A story that ends badly is printed with its seed;
 * {@code -Dhalles.seed=N} tells that one again, {@code -Dhalles.seeds=N} tells so many.
 */
@Tag("seeds")
class SeedsTest {

  private static final int SEEDS = Integer.getInteger("halles.seeds", 2000);
  private static final int BATCH = 100;
  private static final int FEWEST_DEEDS = 12;
  private static final Instant BEGIN = Instant.parse("2027-03-01T08:00:00Z");

  /** Each in months of its own, so that none is among what another left to be looked at. */
  private static final int DAYS_APART = 16 * 7;

  private static final int BEGINNINGS = 10_000;

  @TestFactory
  Stream<DynamicTest> whateverGoesWrongNobodyLosesACentAndEverythingIsFinished() {
    Long only = Long.getLong("halles.seed");
    return only != null
        ? Stream.of(DynamicTest.dynamicTest("seed " + only, () -> Reckoning.allBooks(tell(only))))
        : LongStream.rangeClosed(1, (SEEDS + BATCH - 1) / BATCH).mapToObj(SeedsTest::batch);
  }

  private static DynamicTest batch(long number) {
    long first = (number - 1) * BATCH + 1;
    long last = Math.min(number * BATCH, SEEDS);
    return DynamicTest.dynamicTest(
        "seeds " + first + " to " + last,
        () -> {
          Story latest = null;
          for (long seed = first; seed <= last; seed++) {
            latest = tell(seed);
          }
          Reckoning.allBooks(latest);
        });
  }

  private static Story tell(long seed) {
    Story story = new Story(seed, BEGIN.plus(DAYS_APART * (seed % BEGINNINGS), ChronoUnit.DAYS));
    try {
      Street street = new Street(story.random());
      Deeds deeds = new Deeds(story, street);
      Reckoning reckoning = new Reckoning(story, street);
      deeds.first();
      for (int left = FEWEST_DEEDS + story.random().nextInt(FEWEST_DEEDS); left > 0; left--) {
        deeds.next();
        reckoning.books();
      }
      deeds.settleDown();
      reckoning.books();
      reckoning.everythingIsFinished();
      reckoning.theGatewayAgrees();
      reckoning.nothingIsLostFromTheShelves();
      return story;
    } catch (AssertionError | RuntimeException failure) {
      throw new AssertionError(
          "seed %d (tell it again with -Dhalles.seed=%d)%n%s".formatted(seed, seed, story),
          failure);
    }
  }
}
