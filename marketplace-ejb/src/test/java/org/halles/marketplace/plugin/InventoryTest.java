package org.halles.marketplace.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.halles.marketplace.shared.Texts;
import org.halles.plugins.commissions.PercentageCommission;
import org.halles.spi.CommissionProposal;
import org.halles.spi.CommissionRule;
import org.halles.spi.PluginDescriptor;
import org.halles.spi.Rate;
import org.halles.spi.SaleFacts;
import org.halles.spi.Secret;
import org.halles.spi.VersionRange;
import org.junit.jupiter.api.Test;

class InventoryTest {

  private static final CommissionProposal TEN = CommissionProposal.of(Rate.percent("10"), "ten");

  private static final class Other implements CommissionRule<HostileRule.None> {
    @Override
    public String kind() {
      return "acme.ten";
    }

    @Override
    public Class<HostileRule.None> configuration() {
      return HostileRule.None.class;
    }

    @Override
    public Optional<CommissionProposal> propose(SaleFacts sale, HostileRule.None none) {
      return Optional.of(TEN);
    }
  }

  private record Hidden(Secret key) {}

  private static final class Hiding implements CommissionRule<Hidden> {
    @Override
    public String kind() {
      return "acme.hiding";
    }

    @Override
    public Class<Hidden> configuration() {
      return Hidden.class;
    }

    @Override
    public Optional<CommissionProposal> propose(SaleFacts sale, Hidden terms) {
      return Optional.of(TEN);
    }
  }

  private final HostileRule ten = HostileRule.proposing("acme.ten", TEN);

  @Test
  void aNameToldInOneLanguageOnlyIsTheUsualOneInTheOther() {
    FoundJar jar =
        new FoundJar(
            "acme.jar",
            new PluginDescriptor(
                "acme",
                "Usual checks",
                "1.0.0",
                "Tests",
                VersionRange.parse("1"),
                List.of("com.acme.Checks"),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of("fr", "Contrôles courants")));

    Inventory inventory = Inventory.take(List.of(jar), List.of(), Clock.systemUTC());

    assertThat(inventory.entries().get(0).names())
        .isEqualTo(Texts.of("Contrôles courants", "Usual checks"));
  }

  @Test
  void aBeanThatItsJarAnnouncesIsAccepted() {
    Inventory inventory = TestPlugins.inventory(ten);

    assertThat(inventory.extensions()).extracting(Extension::name).containsExactly("acme.ten");
    assertThat(inventory.entries().get(0).problems()).isEmpty();
  }

  @Test
  void aRuleWhoseTermsHoldASecretTakesNoPartForBothSidesReadAndSignThem() {
    Inventory inventory = TestPlugins.inventory(new Hiding(), ten);

    assertThat(inventory.extensions()).extracting(Extension::name).containsExactly("acme.ten");
    assertThat(problems(inventory)).singleElement().asString().contains("Hidden", "secret", "sign");
  }

  @Test
  void aBeanThatIsAnnouncedButSilentlyMissingIsReported() {
    Inventory inventory =
        take(List.of(TestPlugins.jar("acme", 1, List.of("com.acme.Weekend"))), List.of());

    assertThat(problems(inventory)).singleElement().asString().contains("com.acme.Weekend");
  }

  @Test
  void aPluginOfAnotherSpiIsRefusedAndTheRestRuns() {
    Inventory inventory =
        take(
            List.of(
                TestPlugins.jar("old", 7, List.of(HostileRule.class.getName())),
                TestPlugins.jar("new", 1, List.of(Other.class.getName()))),
            List.of(TestPlugins.found(ten), TestPlugins.found(new Other())));

    assertThat(inventory.extensions()).extracting(Extension::pluginId).containsExactly("new");
    assertThat(problems(inventory))
        .singleElement()
        .asString()
        .contains("SPI [7.0,8.0)", "SPI " + PluginDescriptor.SPI_VERSION);
  }

  @Test
  void aPluginWithoutThePluginsItNeedsIsRefusedAndSoIsWhoNeedsThatOne() {
    Inventory inventory =
        take(
            List.of(
                TestPlugins.jar("first", 1, List.of("com.acme.First"), needs("missing", "1")),
                TestPlugins.jar("second", 1, List.of("com.acme.Second"), needs("first", "1")),
                TestPlugins.jar("third", 1, List.of(Other.class.getName()), needs("good", "2")),
                TestPlugins.jar("good", 1, List.of(HostileRule.class.getName()))),
            List.of(TestPlugins.found(ten), TestPlugins.found(new Other())));

    assertThat(inventory.extensions()).extracting(Extension::pluginId).containsExactly("good");
    assertThat(problems(inventory))
        .containsExactlyInAnyOrder(
            "needs the plugin missing [1.0,2.0), which is not installed: install it",
            "needs the plugin first [1.0,2.0), which takes no part itself: install it",
            "needs the plugin good [2.0,3.0), but version 1.0.0 is installed: install one that"
                + " suits");
  }

  private static List<PluginDescriptor.Requirement> needs(String id, String versions) {
    return List.of(new PluginDescriptor.Requirement(id, VersionRange.parse(versions)));
  }

  @Test
  void theSecondJarWithAnIdIsRefused() {
    Inventory inventory =
        take(
            List.of(
                new FoundJar(
                    "a.jar",
                    TestPlugins.jar("acme", 1, List.of(HostileRule.class.getName())).descriptor()),
                new FoundJar(
                    "b.jar",
                    TestPlugins.jar("acme", 1, List.of(Other.class.getName())).descriptor())),
            List.of(TestPlugins.found(ten)));

    assertThat(inventory.extensions()).hasSize(1);
    assertThat(problems(inventory)).singleElement().asString().contains("'acme'", "a.jar");
  }

  @Test
  void twoRulesOfOneKindDoNotBothRun() {
    Inventory inventory =
        take(
            List.of(
                TestPlugins.jar("acme", 1, List.of(HostileRule.class.getName())),
                TestPlugins.jar("bolt", 1, List.of(Other.class.getName()))),
            List.of(TestPlugins.found(new Other()), TestPlugins.found(ten)));

    assertThat(inventory.extensions()).extracting(Extension::pluginId).containsExactly("acme");
    assertThat(problems(inventory)).singleElement().asString().contains("acme.ten", "acme");
  }

  @Test
  void noPluginTakesANameAwayFromOneThatIsDelivered() {
    PercentageCommission delivered = new PercentageCommission();
    HostileRule thief = HostileRule.proposing(delivered.kind(), TEN);

    Inventory inventory =
        take(
            List.of(
                TestPlugins.jar("aaa", 1, List.of(HostileRule.class.getName())),
                TestPlugins.jar("standard", 1, List.of(PercentageCommission.class.getName()))),
            List.of(TestPlugins.found(thief), TestPlugins.found(delivered)));

    assertThat(inventory.extensions()).extracting(Extension::pluginId).containsExactly("standard");
    assertThat(problems(inventory)).singleElement().asString().contains("give it another name");
  }

  @Test
  void aBeanThatCannotBeMadeCostsItselfOnly() {
    Supplier<Object> broken =
        () -> {
          throw new NoClassDefFoundError("com/acme/Missing");
        };
    Inventory inventory =
        take(
            List.of(
                TestPlugins.jar(
                    "acme", 1, List.of("com.acme.Broken", HostileRule.class.getName()))),
            List.of(
                new FoundBean(Point.COMMISSION_RULE, "com.acme.Broken", broken),
                TestPlugins.found(ten)));

    assertThat(inventory.extensions()).extracting(Extension::name).containsExactly("acme.ten");
    assertThat(problems(inventory)).singleElement().asString().contains("com/acme/Missing");
  }

  @Test
  void aBeanThatNoJarAnnouncesIsRefused() {
    Inventory inventory = take(List.of(), List.of(TestPlugins.found(ten)));

    assertThat(inventory.extensions()).isEmpty();
    assertThat(problems(inventory)).singleElement().asString().contains("provides");
  }

  @Test
  void anUnreadableDescriptorIsReportedWithItsJar() {
    Inventory inventory = take(List.of(new FoundJar("broken.jar", "id is missing")), List.of());

    assertThat(inventory.entries().get(0).location()).isEqualTo("broken.jar");
    assertThat(problems(inventory)).containsExactly("id is missing");
  }

  @Test
  void whatWasLeftOutBeforeTheStartIsToldAndTakesNothingFromThoseThatRun() throws IOException {
    String told =
        """
        [{"jar": "plugins/a.jar", "reasons": ["the id 'acme' is taken: give it another one"],
          "descriptor": "id=acme\\nname=Twin\\nversion=2.0.0\\nauthor=A\\nspi=1\\nprovides=%s"},
         {"jar": "plugins/b.jar", "reasons": ["b.jar is no jar: build it again"], "descriptor": null}]
        """
            .formatted(HostileRule.class.getName());
    List<FoundJar> jars =
        new ArrayList<>(
            LeftOutJars.read(new ByteArrayInputStream(told.getBytes(StandardCharsets.UTF_8))));
    jars.add(TestPlugins.jar("acme", 1, List.of(HostileRule.class.getName())));

    Inventory inventory = take(jars, List.of(TestPlugins.found(ten)));

    assertThat(inventory.extensions()).extracting(Extension::pluginId).containsExactly("acme");
    assertThat(inventory.entries())
        .extracting(Inventory.Entry::id, Inventory.Entry::location, Inventory.Entry::refused)
        .containsExactly(
            tuple("acme", "acme.jar", false),
            tuple("acme", "plugins/a.jar", true),
            tuple("plugins/b.jar", "plugins/b.jar", true));
    assertThat(problems(inventory))
        .containsExactly(
            "the id 'acme' is taken: give it another one", "b.jar is no jar: build it again");
  }

  private static Inventory take(List<FoundJar> jars, List<FoundBean> beans) {
    return Inventory.take(jars, beans, Clock.systemUTC());
  }

  private static List<String> problems(Inventory inventory) {
    return inventory.entries().stream().flatMap(entry -> entry.problems().stream()).toList();
  }
}
