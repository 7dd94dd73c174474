package org.halles.web.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.halles.marketplace.plugin.ConfigurationField;
import org.halles.marketplace.plugin.NewSetup;
import org.halles.marketplace.plugin.PluginScope;
import org.halles.marketplace.plugin.SetupView;
import org.halles.marketplace.shared.Json;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.Setting;
import org.junit.jupiter.api.Test;

/** For whom a plugin is on, as an operator types it. */
class SetupFormTest {

  record Table(String label) {}

  private static final List<ConfigurationField> FIELDS = ConfigurationField.allOf(Table.class);

  @Test
  void whatIsSwitchedOffAsksForNoConfiguration() {
    SetupForm form = new SetupForm(FIELDS);
    form.setScope(PluginScope.COUNTRY);
    form.setOn(false);

    assertThat(form.isAsking()).isFalse();
    assertThat(typed(form).configuration()).isNull();
  }

  @Test
  void whatIsSwitchedOffKeepsTheConfigurationItHad() {
    SetupForm form = new SetupForm(FIELDS, held(), Locale.FRANCE);
    form.setOn(false);

    assertThat(form.isAsking()).isTrue();
    assertThat(typed(form).configuration().path("label").asText()).isEqualTo("Parcel");
  }

  record Fees(Money fee, Rate share, @Setting(decimal = true) String floor, String note) {}

  @Test
  void numbersStandInTheFieldsAsTheReaderWritesThemAndComeBackAsTheyWere() {
    ObjectNode kept = Json.mapper().createObjectNode();
    kept.putObject("fee").put("minor", 1_250).put("currency", "EUR");
    kept.put("share", "8.5 %").put("floor", "0.50").put("note", "v 1.5");
    List<TypedField> fields = TypedField.of(ConfigurationField.allOf(Fees.class), "configuration");

    TypedField.fill(fields, kept, Locale.FRANCE);
    assertThat(fields)
        .extracting(TypedField::getValue)
        .containsExactly("12,50", "8,5", "0,50", "v 1.5");
    assertThat(TypedField.json(fields, "EUR").at("/fee/minor").asLong()).isEqualTo(1_250);

    TypedField.fill(fields, kept, Locale.UK);
    assertThat(fields)
        .extracting(TypedField::getValue)
        .containsExactly("12.50", "8.5", "0.50", "v 1.5");
    assertThat(TypedField.json(fields, "EUR").at("/fee/minor").asLong()).isEqualTo(1_250);
  }

  private static NewSetup typed(SetupForm form) {
    Map<String, String> faults = new HashMap<>();
    NewSetup typed = form.input("DE", faults, "no day");
    assertThat(faults).isEmpty();
    return typed;
  }

  private static SetupView held() {
    return new SetupView(
        1,
        "parcels",
        PluginScope.PLATFORM,
        null,
        1,
        true,
        "ON",
        null,
        null,
        Json.mapper().createObjectNode().put("label", "Parcel"),
        false,
        "",
        "operator",
        Instant.EPOCH);
  }
}
