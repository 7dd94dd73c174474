package org.halles.web.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class SortsTest {

  private enum Order {
    NEWEST,
    OLDEST,
    NAME,
    NAME_DESC
  }

  @Test
  void aListIsInItsUsualOrderUnlessTheAddressAsksForOneThereIs() {
    assertThat(sorts(null).getChosen()).isEqualTo(Order.NEWEST);
    assertThat(sorts("price; drop table").getChosen()).isEqualTo(Order.NEWEST);
    assertThat(sorts("name_desc").getChosen()).isEqualTo(Order.NAME_DESC);
    assertThat(sorts("name-desc").getChosen()).isEqualTo(Order.NAME_DESC);
  }

  @Test
  void aHeadingSortsByItsColumnAndThenTheOtherWayRound() {
    assertThat(sorts(null).head("NAME")).isEqualTo(new Sorts.Head("/list?q=x&sort=name", null));
    assertThat(sorts("name").head("NAME"))
        .isEqualTo(new Sorts.Head("/list?q=x&sort=name_desc", "up"));
    assertThat(sorts("name_desc").head("NAME"))
        .isEqualTo(new Sorts.Head("/list?q=x&sort=name", "down"));
    assertThat(sorts(null).head("NEWEST"))
        .isEqualTo(new Sorts.Head("/list?q=x&sort=oldest", "down"));
  }

  @Test
  void theUsualOrderNeedsNoWordInTheAddress() {
    assertThat(sorts("oldest").head("NEWEST")).isEqualTo(new Sorts.Head("/list?q=x", "up"));
    assertThat(sorts("newest").address()).hasToString("/list?q=x");
  }

  @Test
  void aMenuHasAllOrdersAndMarksTheChosenOne() {
    assertThat(sorts("name").getChoices())
        .extracting(Sorts.Choice::key, Sorts.Choice::chosen)
        .containsExactly(
            tuple("newest", false),
            tuple("oldest", false),
            tuple("name", true),
            tuple("name-desc", false));
  }

  private static Sorts<Order> sorts(String asked) {
    return Sorts.of(Order.class, asked, Order.NEWEST, () -> Query.of("/list").with("q", "x"));
  }
}
