package org.halles.web.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.plugin.ConfigurationField;
import org.halles.marketplace.plugin.NewSetup;
import org.halles.marketplace.plugin.PluginScope;
import org.halles.marketplace.plugin.SetupView;
import org.halles.marketplace.shared.Json;
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
    SetupForm form = new SetupForm(FIELDS, held());
    form.setOn(false);

    assertThat(form.isAsking()).isTrue();
    assertThat(typed(form).configuration().path("label").asText()).isEqualTo("Parcel");
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
