package org.halles.marketplace.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.halles.marketplace.testing.SortedLists.inEveryOrder;
import static org.halles.marketplace.testing.SortedLists.reversed;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Marketplace;
import org.junit.jupiter.api.Test;

class VendorListTest {

  private final Database database = Marketplace.get(Database.class);
  private final Approval approval =
      new Approval(new Vendors(null, database), null, null, database, null);

  @Test
  void vendorsAreReadInEveryOrder() {
    String mark = UUID.randomUUID().toString().substring(0, 8);
    for (String name : List.of("Zinc", "étain", "Bois", "bois")) {
      UUID vendor = Market.article(100, 1).vendor();
      database.update("update vendor set name = ? where id = ?", name + " " + mark, vendor);
    }

    Map<VendorSort, List<VendorView>> lists =
        inEveryOrder(VendorSort.class, sort -> paging -> approval.list(null, mark, sort, paging));

    assertThat(lists.get(VendorSort.NAME))
        .extracting(vendor -> vendor.name().toLowerCase(Locale.ROOT).charAt(0))
        .containsExactly('b', 'b', 'é', 'z');
    reversed(lists, VendorSort.NAME, VendorSort.NAME_DESC);
    reversed(lists, VendorSort.NEWEST, VendorSort.OLDEST);
    reversed(lists, VendorSort.COUNTRY, VendorSort.COUNTRY_DESC);
  }

  @Test
  void aCursorOfAnotherOrderIsRefused() {
    Paging odd = new Paging(2, Paging.cursor("Zinc", UUID.randomUUID()));

    assertThatThrownBy(() -> approval.list(null, null, VendorSort.NEWEST, odd))
        .isInstanceOf(InvalidInput.class);
  }
}
