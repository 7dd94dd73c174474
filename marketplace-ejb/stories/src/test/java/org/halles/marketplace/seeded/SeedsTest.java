package org.halles.marketplace.seeded;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Many stories, each from its seed. A story that ends badly is printed with its seed; {@code
 * -Dhalles.seed=N} tells that one again, {@code -Dhalles.seeds=N} tells so many. Two classes share
 * them, so that two processes can.
 */
abstract class SeedsTest {

  private static final int SEEDS = Integer.getInteger("halles.seeds", 2000);
  private static final int BATCH = 250;
  private static final int SHARES = 2;
  private static final int FEWEST_DEEDS = 12;

  /** Far from any real day, at which vendors and goods are made. */
  private static final Instant BEGIN = Instant.parse("2127-03-01T08:00:00Z");

  /** Each in months of its own, so that none is among what another left to be looked at. */
  private static final int DAYS_APART = 16 * 7;

  private static final int BEGINNINGS = 10_000;

  private final int share;

  SeedsTest(int share) {
    this.share = share;
  }

  @TestFactory
  Stream<DynamicTest> whateverGoesWrongNobodyLosesACentAndEverythingIsFinished() {
    Long only = Long.getLong("halles.seed");
    if (only == null) {
      return IntStream.rangeClosed(0, (SEEDS - 1) / BATCH)
          .mapToObj(this::batch)
          .filter(seeds -> !seeds.isEmpty())
          .map(SeedsTest::test);
    }
    return only % SHARES == share
        ? Stream.of(DynamicTest.dynamicTest("seed " + only, () -> tellAll(List.of(only))))
        : Stream.empty();
  }

  private List<Long> batch(int number) {
    return LongStream.rangeClosed(1 + (long) number * BATCH, Math.min((number + 1L) * BATCH, SEEDS))
        .filter(seed -> seed % SHARES == share)
        .boxed()
        .toList();
  }

  private static DynamicTest test(List<Long> seeds) {
    return DynamicTest.dynamicTest(
        seeds.size() + " seeds from " + seeds.get(0), () -> tellAll(seeds));
  }

  private static void tellAll(List<Long> seeds) {
    Story latest = null;
    for (long seed : seeds) {
      latest = tell(seed);
    }
    Reckoning.allBooks(latest);
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
