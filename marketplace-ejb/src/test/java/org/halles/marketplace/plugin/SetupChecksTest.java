package org.halles.marketplace.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.TemporaryVault;
import org.halles.spi.Configurable;
import org.halles.spi.Money;
import org.halles.spi.Secret;
import org.halles.spi.ShippingOption;
import org.halles.spi.ShippingRates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose secret dots stand for, and what is told of it. */
class SetupChecksTest {

  private static final String PLUGIN = "test-plugin";
  private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
  private static final String TYPED = "{\"account\": \"lumen\", \"key\": \"k-secret\"}";
  private static final String DOTS = "{\"account\": \"lumen\", \"key\": \"••••••••\"}";

  private final Database database = Marketplace.get(Database.class);
  private final SetupStore store = new SetupStore(database);
  private final SealedSettings locked = new SealedSettings(new TemporaryVault());
  private final SetupChecks checks =
      new SetupChecks(TestPlugins.with(new Courier(null)), store, locked, database);

  @BeforeEach
  void nothingWasSaid() {
    Marketplace.inTransaction(
        () -> database.update("delete from plugin_setup where plugin_id = ?", PLUGIN));
  }

  @Test
  void dotsStandForTheSecretThatHolds() {
    keep(read(checks::check, TYPED), false);

    assertThat(keyOf(read(checks::check, DOTS))).isEqualTo("k-secret");
  }

  @Test
  void dotsStandForNothingOnceTheSetupEnded() {
    Setup kept = read(checks::check, TYPED);
    keep(ended(kept), false);

    assertThat(refused(checks::check, DOTS))
        .extracting(Violation::field, Violation::message)
        .containsExactly(tuple("configuration.key", "must be typed again: nothing is kept for it"));
  }

  @Test
  void aVendorsDotsStandForItsOwnSecretOnly() {
    keep(read(checks::check, TYPED), false);
    assertThat(refused(checks::checkOfVendor, DOTS))
        .extracting(Violation::field)
        .containsExactly("configuration.key");

    keep(read(checks::checkOfVendor, TYPED), true);
    assertThat(keyOf(read(checks::checkOfVendor, DOTS))).isEqualTo("k-secret");
  }

  @Test
  void whatThePluginRefusesTellsNoSecretThatIsKept() {
    keep(read(checks::check, TYPED), false);

    assertThat(refused(checks::check, DOTS.replace("lumen", "nobody")))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.message()).isEqualTo("no such account");
              assertThat(told.toString()).doesNotContain("k-secret");
            });
  }

  /** Needs an account somewhere. */
  static final class Courier implements ShippingRates, Configurable<Courier.Access> {

    record Access(String account, Secret key) {
      Access {
        if ("nobody".equals(account)) {
          throw new IllegalArgumentException("no such account");
        }
      }
    }

    private final Access access;

    Courier(Access access) {
      this.access = access;
    }

    @Override
    public String id() {
      return "courier";
    }

    @Override
    public Class<Access> configurationType() {
      return Access.class;
    }

    @Override
    public Courier with(Access wanted) {
      return new Courier(wanted);
    }

    @Override
    public List<ShippingOption> options(Parcel parcel) {
      return access == null
          ? List.of()
          : List.of(new ShippingOption("courier", "Courier", Money.of(500, "EUR"), 1, 2));
    }
  }

  private interface Check {
    Setup of(String pluginId, NewSetup wanted);
  }

  private static NewSetup wanted(String json) {
    JsonNode configuration = Json.read(json, JsonNode.class);
    return new NewSetup(PluginScope.PLATFORM, null, true, null, null, configuration, null);
  }

  private static Setup read(Check check, String json) {
    return Marketplace.inTransaction(() -> check.of(PLUGIN, wanted(json)));
  }

  private static List<Violation> refused(Check check, String json) {
    return catchThrowableOfType(InvalidInput.class, () -> read(check, json)).violations();
  }

  private void keep(Setup setup, boolean byVendor) {
    Marketplace.inTransaction(
        () -> store.add(setup, byVendor, "", byVendor ? "vendor" : "operator", NOON));
  }

  private static Setup ended(Setup setup) {
    return new Setup(
        0,
        setup.pluginId(),
        setup.scope(),
        setup.value(),
        Setup.State.ENDED,
        null,
        null,
        setup.configuration());
  }

  private String keyOf(Setup setup) {
    return locked.open(PLUGIN, setup.configuration()).path("key").asText();
  }
}
