package org.halles.marketplace.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halles.marketplace.testing.SortedLists.inEveryOrder;
import static org.halles.marketplace.testing.SortedLists.reversed;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Marketplace;
import org.junit.jupiter.api.Test;

class NoticeListTest {

  private final Database database = Marketplace.get(Database.class);
  private final Notices notices = new Notices(database, null, Clock.systemUTC());

  @Test
  void noticesAreReadInEveryOrder() {
    for (int days : List.of(3, 1, 5)) {
      report(Market.article(2000, 9).vendor(), days);
    }

    Map<NoticeSort, List<NoticeView>> read =
        inEveryOrder(NoticeSort.class, sort -> paging -> notices.page(true, sort, paging));

    assertThat(read.get(NoticeSort.DUE))
        .hasSizeGreaterThanOrEqualTo(3)
        .isSortedAccordingTo(Comparator.comparing(NoticeView::dueAt));
    reversed(read, NoticeSort.DUE, NoticeSort.DUE_DESC);
    reversed(read, NoticeSort.NEWEST, NoticeSort.OLDEST);
    reversed(read, NoticeSort.VENDOR, NoticeSort.VENDOR_DESC);
  }

  private void report(UUID vendor, int days) {
    UUID id = UUID.randomUUID();
    database.update(
        """
        insert into notice (id, number, access_key, vendor_id, location, category, explanation,
                            name, email, language, status, created_at, due_at)
        values (?, ?, ?, ?, '/s/trial', 'OTHER', 'Trial', 'Léa', 'lea@courrier.example', 'fr',
                'OPEN', now(), now() + ? * interval '1 day')
        """,
        id,
        id.toString(),
        id.toString(),
        vendor,
        days);
  }
}
