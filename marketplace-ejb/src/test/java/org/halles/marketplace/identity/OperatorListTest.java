package org.halles.marketplace.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halles.marketplace.testing.SortedLists.inEveryOrder;
import static org.halles.marketplace.testing.SortedLists.reversed;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.testing.Marketplace;
import org.junit.jupiter.api.Test;

class OperatorListTest {

  private final Database database = Marketplace.get(Database.class);
  private final Operators operators = new Operators(null, database, null, null, null);
  private final String mark = UUID.randomUUID().toString().substring(0, 8);

  @Test
  void peopleAreFoundByNameOrAddressAndReadInEveryOrder() {
    person("Zélie", "a", "ADMIN", "FINANCE");
    person("anne", "c", "SUPPORT");
    person("Éloi", "b", "MODERATOR");

    Map<OperatorSort, List<OperatorView>> people =
        inEveryOrder(OperatorSort.class, sort -> paging -> operators.list(mark, sort, paging));

    assertThat(people.get(OperatorSort.NAME))
        .extracting(OperatorView::name)
        .containsExactly("anne", "Éloi", "Zélie");
    assertThat(people.get(OperatorSort.EMAIL))
        .extracting(OperatorView::name)
        .containsExactly("Zélie", "Éloi", "anne");
    assertThat(people.get(OperatorSort.EMAIL).get(0).roles())
        .containsExactlyInAnyOrder(Role.ADMIN, Role.FINANCE);
    reversed(people, OperatorSort.NAME, OperatorSort.NAME_DESC);
    reversed(people, OperatorSort.EMAIL, OperatorSort.EMAIL_DESC);
    assertThat(operators.list("a-" + mark, null, Paging.first()).items()).hasSize(1);
  }

  private void person(String name, String address, String... roles) {
    UUID id = UUID.randomUUID();
    database.update(
        "insert into account (id, email, name, created_at) values (?, ?, ?, now())",
        id,
        address + "-" + mark + "@halles.test",
        name);
    for (String role : roles) {
      database.update("insert into account_role (account_id, role) values (?, ?)", id, role);
    }
  }
}
