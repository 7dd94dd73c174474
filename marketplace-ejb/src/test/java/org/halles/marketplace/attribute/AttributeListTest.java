package org.halles.marketplace.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.testing.Marketplace;
import org.junit.jupiter.api.Test;

class AttributeListTest {

  private final Database database = Marketplace.get(Database.class);
  private final AttributeStore store = new AttributeStore(database);
  private final String mark = "trial-" + UUID.randomUUID().toString().substring(0, 8) + "-";

  @Test
  void theDictionaryIsReadAPageAtATimeInTheOperatorsOrder() {
    for (int number = 0; number < 5; number++) {
      database.update(
          """
          insert into attribute (code, label, type, position, archived)
          values (?, '{"fr": "Essai", "en": "Trial"}', 'TEXT', ?, true)
          """,
          mark + number,
          1_000 + number / 2);
    }

    List<String> read = new ArrayList<>();
    String cursor = null;
    do {
      Page<AttributeView> page = store.page(true, Paging.of(2, cursor));
      page.items().forEach(one -> read.add(one.code()));
      cursor = page.next();
    } while (cursor != null);

    assertThat(read).doesNotHaveDuplicates();
    assertThat(read.stream().filter(code -> code.startsWith(mark)))
        .containsExactly(mark + 0, mark + 1, mark + 2, mark + 3, mark + 4);
    assertThat(store.page(false, Paging.first()).items()).noneMatch(AttributeView::archived);
  }
}
