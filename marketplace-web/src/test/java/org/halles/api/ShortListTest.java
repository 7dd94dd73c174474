package org.halles.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.junit.jupiter.api.Test;

class ShortListTest {

  private static final List<String> WHOLE = List.of("a", "b", "c", "d", "e");

  @Test
  void without_a_limit_the_whole_list_comes() {
    assertThat(new ShortList(null, null).of(WHOLE)).isEqualTo(new Page<>(WHOLE, null));
  }

  @Test
  void a_limit_cuts_parts_that_follow_one_another() {
    Page<String> first = new ShortList(2, null).of(WHOLE);
    Page<String> second = new ShortList(2, first.next()).of(WHOLE);
    Page<String> last = new ShortList(2, second.next()).of(WHOLE);

    assertThat(first.items()).containsExactly("a", "b");
    assertThat(second.items()).containsExactly("c", "d");
    assertThat(last).isEqualTo(new Page<>(List.of("e"), null));
  }

  @Test
  void a_cursor_without_a_limit_shows_the_rest() {
    String next = new ShortList(1, null).of(WHOLE).next();

    assertThat(new ShortList(null, next).of(WHOLE).items()).containsExactly("b", "c", "d", "e");
  }

  @Test
  void a_list_that_became_shorter_meanwhile_ends() {
    String next = new ShortList(4, null).of(WHOLE).next();

    assertThat(new ShortList(4, next).of(List.of("a"))).isEqualTo(new Page<>(List.of(), null));
  }

  @Test
  void refuses_limits_out_of_range_and_cursors_of_other_lists() {
    for (ShortList wrong :
        List.of(
            new ShortList(0, null),
            new ShortList(101, null),
            new ShortList(1, "%"),
            new ShortList(1, Paging.cursor("x")),
            new ShortList(1, Paging.cursor(-1)),
            new ShortList(1, Paging.cursor(1, 2)))) {
      assertThatThrownBy(() -> wrong.of(WHOLE)).isInstanceOf(InvalidInput.class);
    }
  }
}
