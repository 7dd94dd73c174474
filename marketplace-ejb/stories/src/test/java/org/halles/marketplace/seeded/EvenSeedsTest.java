package org.halles.marketplace.seeded;

class EvenSeedsTest extends SeedsTest {

  EvenSeedsTest() {
    super(0);
  }
}
