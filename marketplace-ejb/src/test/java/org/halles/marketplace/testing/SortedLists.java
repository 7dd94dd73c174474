package org.halles.marketplace.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/** Reads lists a page of two at a time, in every order they know. */
public final class SortedLists {

  private SortedLists() {}

  /** The whole list in each order; no row comes twice. */
  public static <S extends Enum<S>, T> Map<S, List<T>> inEveryOrder(
      Class<S> sorts, Function<S, Function<Paging, Page<T>>> list) {
    Map<S, List<T>> found = new EnumMap<>(sorts);
    for (S sort : sorts.getEnumConstants()) {
      found.put(sort, walk(list.apply(sort)));
      assertThat(found.get(sort)).as(sort.name()).doesNotHaveDuplicates();
    }
    return found;
  }

  private static <T> List<T> walk(Function<Paging, Page<T>> list) {
    List<T> walked = new ArrayList<>();
    String cursor = null;
    do {
      Paging paging = new Paging(2, cursor);
      Page<T> page = Marketplace.asSystem(() -> list.apply(paging));
      walked.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);
    return walked;
  }

  /** One order is the other, turned round. */
  public static <S extends Enum<S>, T> void reversed(Map<S, List<T>> lists, S one, S other) {
    List<T> turned = new ArrayList<>(lists.get(other));
    Collections.reverse(turned);
    assertThat(lists.get(one)).isEqualTo(turned);
  }
}
