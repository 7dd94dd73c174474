package org.halles.marketplace.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderingTest {

  private record Stall(UUID id, String name, long sales) {}

  private static final UUID ONE = new UUID(0, 1);
  private static final UUID TWO = new UUID(0, 2);

  private static final Ordering<Stall> BY_NAME =
      Ordering.ofWords("v.name", "v.id", Stall::name, Stall::id);
  private static final Ordering<Stall> BY_SALES =
      Ordering.ofNumbers("v.sales", "v.id", Stall::sales, Stall::id);

  @Test
  void aFirstPageHasNoConditionAndEndsInTheId() {
    List<Object> parameters = new ArrayList<>();

    assertThat(BY_SALES.after(Paging.first(), parameters)).isEmpty();
    assertThat(parameters).isEmpty();
    assertThat(BY_SALES.orderBy()).isEqualTo(" order by v.sales, v.id limit ?");
    assertThat(BY_SALES.reversed().orderBy()).contains("v.sales desc, v.id desc");
  }

  @Test
  void theNextPageBeginsAfterTheLastRowEvenAmongEquals() {
    List<Stall> rows = List.of(new Stall(ONE, "Élan", 7), new Stall(TWO, "élan", 7));
    Paging first = Paging.of(1, null);
    List<Object> parameters = new ArrayList<>();

    Page<Stall> page = BY_SALES.page(rows, first);

    assertThat(page.items()).containsExactly(rows.get(0));
    assertThat(BY_SALES.after(Paging.of(1, page.next()), parameters))
        .isEqualTo(" and (v.sales, v.id) > (?, ?)");
    assertThat(parameters).containsExactly(7L, ONE);
  }

  @Test
  void wordsAreComparedWithoutTheirCase() {
    List<Object> parameters = new ArrayList<>();
    Paging next = Paging.of(1, Paging.cursor("Élan", ONE));

    assertThat(BY_NAME.reversed().after(next, parameters)).contains("<").contains("lower(?)");
    assertThat(parameters).containsExactly("Élan", ONE);
  }

  @Test
  void aCursorOfAnotherOrderIsRefused() {
    Paging odd = Paging.of(1, Paging.cursor("Élan", ONE));

    assertThatThrownBy(() -> BY_SALES.after(odd, new ArrayList<>()))
        .isInstanceOf(InvalidInput.class);
  }
}
