package org.halles.marketplace.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.plugin.VendorArrival;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.testing.BuyersSide;
import org.halles.marketplace.testing.Marketplace;
import org.halles.spi.VendorRegistration;
import org.junit.jupiter.api.Test;

/** Vendors that came as jars, and what they have proposed so far. */
class ProposersTest {

  private final UUID vendor = Ids.next();
  private final String slug = "stall-" + vendor.toString().substring(24);

  @Test
  void aRegisteredVendorIsFoundWithEveryRuleItEverHad() {
    register("bakery");
    remember("one", 1, "REJECTED");
    remember("other", 2, "RETIRED");

    assertThat(proposers(arrival("bakery", slug)))
        .containsOnly(Map.entry(slug, new RuleStore.Proposer(vendor, Set.of("one", "other"))));
  }

  @Test
  void whoProposedNothingYetKnowsNothing() {
    register("bakery");

    assertThat(proposers(arrival("bakery", slug)).get(slug).known()).isEmpty();
  }

  @Test
  void neitherAStrangerNorAnotherPluginsVendorProposes() {
    register("bakery");

    assertThat(proposers(arrival("pottery", slug), arrival("bakery", "nobody-knows"))).isEmpty();
    assertThat(proposers()).isEmpty();
  }

  private static Map<String, RuleStore.Proposer> proposers(VendorArrival... arrivals) {
    return Marketplace.inTransaction(
        () -> BuyersSide.get(RuleStore.class).proposers(List.of(arrivals)));
  }

  private void register(String plugin) {
    BuyersSide.change(
        """
        insert into vendor (id, slug, name, kind, country, status, created_at, plugin_id)
        values (?, ?, 'Stall', 'PROFESSIONAL', 'FR', 'APPROVED', now(), ?)
        """,
        vendor,
        slug,
        plugin);
  }

  private void remember(String content, int version, String status) {
    BuyersSide.change(
        """
        insert into commission_rule (id, version, name, kind, configuration, content_hash,
          rule_group, position, status, vendor_id, proposed_by, created_at)
        values (?, ?, 'Rule', 'standard.percentage', '{}', ?, 'commission', 0, ?, ?, 'test', now())
        """,
        vendor,
        version,
        content,
        status,
        vendor);
  }

  private static VendorArrival arrival(String plugin, String slug) {
    return new VendorArrival(
        plugin,
        new VendorRegistration(
            slug,
            "Stall",
            "FR",
            true,
            "owner@" + slug + ".example",
            Map.of("fr", "Du pain"),
            Map.of(),
            "#1F5A3D"),
        List.of());
  }
}
