package org.halles.marketplace.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.halles.marketplace.shared.Json;
import org.halles.spi.Configurable;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.ShippingOption;
import org.halles.spi.ShippingRates;
import org.junit.jupiter.api.Test;

/** For whom a plugin is on, and under which configuration. */
class SetupsTest {

  private static final String PLUGIN = "test-plugin";
  private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
  private static final Where LAMP = new Where("lumen", "FR", List.of("home", "lamps"), NOON);

  private long lastId;

  @Test
  void whoSaysNothingLeavesItOn() {
    assertThat(Setups.NONE.isOn(PLUGIN, LAMP)).isTrue();
    assertThat(said(on(PluginScope.VENDOR, "other")).isOn(PLUGIN, LAMP)).isTrue();
  }

  @Test
  void theNarrowestScopeDecides() {
    Setup everybody = off(PluginScope.PLATFORM, "");
    Setup france = on(PluginScope.COUNTRY, "FR");
    Setup home = off(PluginScope.CATEGORY, "home");
    Setup lamps = on(PluginScope.CATEGORY, "lamps");
    Setup lumen = off(PluginScope.VENDOR, "lumen");

    assertThat(said(everybody).isOn(PLUGIN, LAMP)).isFalse();
    assertThat(said(everybody, france).isOn(PLUGIN, LAMP)).isTrue();
    assertThat(said(everybody, france, home).isOn(PLUGIN, LAMP)).isFalse();
    assertThat(said(everybody, lamps, france, home).isOn(PLUGIN, LAMP)).isTrue();
    assertThat(said(lumen, everybody, lamps, france, home).isOn(PLUGIN, LAMP)).isFalse();
  }

  @Test
  void forEverybodyAPeriodIsOnInItAndOffOutsideItAndTheOtherWayRound() {
    Setup tomorrow =
        setup(PluginScope.PLATFORM, "", Setup.State.ON, NOON.plusSeconds(60), null, null);
    Setup closed =
        setup(PluginScope.PLATFORM, "", Setup.State.OFF, NOON.minusSeconds(60), NOON, null);

    assertThat(said(tomorrow).isOn(PLUGIN, LAMP)).isFalse();
    assertThat(said(tomorrow).isOn(PLUGIN, at(NOON.plusSeconds(60)))).isTrue();
    assertThat(said(closed).isOn(PLUGIN, at(NOON.minusSeconds(1)))).isFalse();
    assertThat(said(closed).isOn(PLUGIN, LAMP)).isTrue();
  }

  @Test
  void outsideItsPeriodANarrowScopeSaysNothing() {
    Setup everybody = off(PluginScope.PLATFORM, "");
    Setup lastWeek =
        setup(
            PluginScope.VENDOR,
            "lumen",
            Setup.State.ON,
            NOON.minus(Duration.ofDays(7)),
            NOON,
            null);

    assertThat(said(everybody, lastWeek).isOn(PLUGIN, at(NOON.minusSeconds(1)))).isTrue();
    assertThat(said(everybody, lastWeek).isOn(PLUGIN, LAMP)).isFalse();
  }

  @Test
  void whatIsEndedSaysNothing() {
    Setup ended = setup(PluginScope.VENDOR, "lumen", Setup.State.ENDED, null, null, null);

    assertThat(said(off(PluginScope.PLATFORM, ""), ended).isOn(PLUGIN, LAMP)).isFalse();
  }

  @Test
  void aRehearsalAsksEverybody() {
    assertThat(said(off(PluginScope.PLATFORM, "")).inRehearsal().isOn(PLUGIN, LAMP)).isTrue();
  }

  @Test
  void eachScopeHasItsConfigurationAndOneWithoutTakesTheWiders() {
    Setup everybody = configured(PluginScope.PLATFORM, "", "{\"price\": 300}");
    Setup france = configured(PluginScope.COUNTRY, "FR", "{\"price\": 500}");
    Setup lumen = on(PluginScope.VENDOR, "lumen");

    assertThat(priceOf(Setups.NONE, "lumen", "FR")).isEqualTo(100);
    assertThat(priceOf(said(everybody), "lumen", "FR")).isEqualTo(300);
    assertThat(priceOf(said(everybody, france, lumen), "lumen", "FR")).isEqualTo(500);
    assertThat(priceOf(said(everybody, france), "lumen", "BE")).isEqualTo(300);
  }

  @Test
  void theDoorAsksOnlyPluginsThatAreOnThere() {
    Setups setups =
        said(
            off(PluginScope.PLATFORM, ""),
            configured(PluginScope.VENDOR, "lumen", "{\"price\": 700}"));
    Plugins plugins = door(setups);

    assertThat(optionsFor(plugins, "lumen")).singleElement().isEqualTo(700L);
    assertThat(optionsFor(plugins, "other")).isEmpty();
  }

  @Test
  void aConfigurationThatFitsNoMoreIsAFaultThatNamesTheField() {
    Extension flat = TestPlugins.inventory(new Flat(100)).extensions().get(0);
    Setups setups = said(configured(PluginScope.PLATFORM, "", "{\"prize\": 1}"));

    assertThatThrownBy(() -> setups.beanOf(flat, LAMP))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("configuration.prize");
  }

  /** One price for everything. */
  static final class Flat implements ShippingRates, Configurable<Flat.Price> {

    record Price(long price) {}

    private final long price;

    Flat(long price) {
      this.price = price;
    }

    @Override
    public String id() {
      return "flat";
    }

    @Override
    public Class<Price> configurationType() {
      return Price.class;
    }

    @Override
    public Flat with(Price configuration) {
      return new Flat(configuration.price());
    }

    @Override
    public List<ShippingOption> options(Parcel parcel) {
      return List.of(new ShippingOption("flat", "Flat", Money.of(price, "EUR"), 1, 2));
    }
  }

  private static Plugins door(Setups setups) {
    return new Plugins(
        TestPlugins.inventory(new Flat(100)),
        known -> new SwitchedOn.Said(Set.of(), 1, setups),
        Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private static List<Long> optionsFor(Plugins plugins, String vendor) {
    ShippingRates.Parcel parcel =
        new ShippingRates.Parcel(
            vendor,
            "FR",
            new ShippingRates.Destination("FR", "75011"),
            List.of(),
            CurrencyCode.of("EUR"),
            List.of());
    return plugins.converse(talk -> talk.shipping(parcel)).options().stream()
        .map(option -> option.price().minor())
        .toList();
  }

  private static long priceOf(Setups setups, String vendor, String country) {
    Extension flat = TestPlugins.inventory(new Flat(100)).extensions().get(0);
    Where where = new Where(vendor, country, List.of(), NOON);
    return ((Flat) setups.beanOf(flat, where)).price;
  }

  private static Where at(Instant at) {
    return new Where("lumen", "FR", List.of("home", "lamps"), at);
  }

  private static Setups said(Setup... setups) {
    return new Setups(List.of(setups), (plugin, locked) -> locked);
  }

  private Setup on(PluginScope scope, String value) {
    return setup(scope, value, Setup.State.ON, null, null, null);
  }

  private Setup off(PluginScope scope, String value) {
    return setup(scope, value, Setup.State.OFF, null, null, null);
  }

  private Setup configured(PluginScope scope, String value, String json) {
    return setup(scope, value, Setup.State.ON, null, null, Json.read(json, JsonNode.class));
  }

  private Setup setup(
      PluginScope scope,
      String value,
      Setup.State state,
      Instant from,
      Instant to,
      JsonNode configuration) {
    return new Setup(++lastId, PLUGIN, scope, value, state, from, to, configuration);
  }
}
