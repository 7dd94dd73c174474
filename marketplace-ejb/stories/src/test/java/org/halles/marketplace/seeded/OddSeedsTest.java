package org.halles.marketplace.seeded;

class OddSeedsTest extends SeedsTest {

  OddSeedsTest() {
    super(1);
  }
}
