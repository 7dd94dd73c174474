package org.halles.marketplace.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.halles.spi.Money;
import org.halles.spi.Page;
import org.halles.spi.PagePanel;
import org.halles.spi.Panel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagePanelsTest {

  private static final Instant NOW = Instant.parse("2026-06-15T10:00:30Z");
  private static final Map<String, String> WORDS = Panel.words("bien", "fine");
  private static final Panel FINE = Panel.of(WORDS, new Panel.Paragraph(WORDS));

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final AtomicReference<SwitchedOn.Said> said =
      new AtomicReference<>(SwitchedOn.Said.NOTHING);
  private final CountDownLatch end = new CountDownLatch(1);
  private Plugins plugins;

  /** A panel of which a test says what it does. */
  private static class Scripted implements PagePanel {
    private final String id;
    private final Function<Page, Optional<Panel>> script;
    private final AtomicInteger asked = new AtomicInteger();

    Scripted(String id, Function<Page, Optional<Panel>> script) {
      this.id = id;
      this.script = script;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public Set<Page.Place> places() {
      return Set.of(Page.Place.CART, Page.Place.VENDOR_DASHBOARD);
    }

    @Override
    public Optional<Panel> show(Page page) {
      asked.incrementAndGet();
      return script.apply(page);
    }
  }

  /** Another class, for a jar names each of its beans. */
  private static final class Other extends Scripted {
    Other(String id, Function<Page, Optional<Panel>> script) {
      super(id, script);
    }
  }

  private PagePanels with(Object... beans) {
    Clock clock =
        new Clock() {
          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now.get();
          }
        };
    plugins = new Plugins(TestPlugins.inventory(beans), known -> said.get(), clock);
    return new PagePanels(plugins, clock);
  }

  @AfterEach
  void stop() {
    end.countDown();
    if (plugins != null) {
      plugins.stop();
    }
  }

  private Page.Cart cart(PagePanels panels, long minor) {
    return new Page.Cart(Money.of(minor, "EUR"), "FR", List.of("v"), panels.minute());
  }

  private PluginView.Calls callsOf(String name) {
    return plugins.inventory().extensions().stream()
        .filter(extension -> extension.name().equals(name))
        .findFirst()
        .orElseThrow()
        .health()
        .view();
  }

  @Test
  void withoutPanelsThereIsNothingAndNobodyIsAsked() {
    PagePanels none = with();

    assertThat(none.isAny()).isFalse();
    assertThat(none.on(cart(none, 100))).isEmpty();
  }

  @Test
  void aPanelIsAskedOnceAMinuteForTheSamePageAndOnlyWhereItStands() {
    Scripted panel = new Scripted("fine", page -> Optional.of(FINE));
    PagePanels panels = with(panel);

    assertThat(panels.on(cart(panels, 100)))
        .containsExactly(new ShownPanel("test-plugin", "fine", FINE));
    assertThat(panels.on(cart(panels, 100))).hasSize(1);
    assertThat(panels.on(new Page.OperatorDashboard(panels.minute()))).isEmpty();
    assertThat(panel.asked).hasValue(1);

    panels.on(cart(panels, 101));
    assertThat(panel.asked).hasValue(2);

    now.set(NOW.plusSeconds(60));
    panels.on(cart(panels, 100));
    assertThat(panel.asked).hasValue(3);
  }

  @Test
  void thatItShowsNothingIsRememberedToo() {
    Scripted silent = new Scripted("silent", page -> Optional.empty());
    PagePanels panels = with(silent);

    assertThat(panels.on(cart(panels, 100))).isEmpty();
    assertThat(panels.on(cart(panels, 100))).isEmpty();
    assertThat(silent.asked).hasValue(1);
  }

  static List<Function<Page, Optional<Panel>>> broken() {
    return List.of(
        page -> null,
        page -> {
          throw new IllegalStateException("no\u0000");
        },
        page -> {
          throw new StackOverflowError();
        },
        page -> Optional.of(Panel.of(WORDS)),
        page -> Optional.of(Panel.of(Map.of("fr", "seul"), new Panel.Paragraph(WORDS))),
        page -> Optional.of(Panel.of(WORDS, new Panel.Paragraph(Panel.words("a\u0000", "b")))),
        page -> Optional.of(Panel.of(WORDS, link("javascript:alert(1)"))),
        page -> Optional.of(Panel.of(WORDS, link("//elsewhere.example"))),
        page -> Optional.of(Panel.of(WORDS, link("http://plain.example"))),
        page -> Optional.of(Panel.of(WORDS, link("https://you@evil.example"))),
        page -> Optional.of(Panel.of(WORDS, link("/\\evil.example"))),
        page -> Optional.of(Panel.of(WORDS, new Panel.Rows(List.of()))),
        page ->
            Optional.of(
                Panel.of(
                    WORDS, new Panel.Rows(List.of(new Panel.Row(WORDS, new Panel.Amount(null)))))),
        page ->
            Optional.of(
                Panel.of(
                    WORDS,
                    new Panel.Table(
                        List.of(WORDS), List.of(List.<Panel.Value>of(), List.<Panel.Value>of())))));
  }

  private static Panel.Links link(String target) {
    return new Panel.Links(List.of(new Panel.Link(WORDS, target)));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatBreaksTheContractIsAbsentAndAFault(Function<Page, Optional<Panel>> script) {
    PagePanels panels = with(new Scripted("broken", script));

    assertThat(panels.on(cart(panels, 100))).isEmpty();
    assertThat(callsOf("broken").faults()).isEqualTo(1);
  }

  @Test
  void oneThatFailsPausesAndTakesNothingFromTheOthers() {
    Scripted failing =
        new Scripted(
            "a-failing",
            page -> {
              throw new IllegalStateException("never");
            });
    Other fine = new Other("b-fine", page -> Optional.of(FINE));
    PagePanels panels = with(failing, fine);

    for (int visit = 0; visit < 10; visit++) {
      assertThat(panels.on(cart(panels, 100)))
          .extracting(ShownPanel::name)
          .containsExactly("b-fine");
    }
    assertThat(failing.asked).hasValue(Health.FAULTS_TO_PAUSE);
    assertThat(((Scripted) fine).asked.get()).isEqualTo(1);
    assertThat(callsOf("a-failing").condition()).isEqualTo(PluginView.Condition.PAUSED);
  }

  @Test
  void oneThatNeverComesBackCostsAPageNoMoreThanTheBudgetAndIsLeftAloneSoon() {
    Scripted stuck =
        new Scripted(
            "a-stuck",
            page -> {
              awaitEnd();
              return Optional.of(FINE);
            });
    Other fine = new Other("b-fine", page -> Optional.of(FINE));
    PagePanels panels = with(stuck, fine);
    panels.on(new Page.VendorDashboard("v", "v", panels.minute())); // its places, and a first call

    for (int visit = 0; visit < 5; visit++) {
      panels.on(cart(panels, visit));
    }

    assertThat(stuck.asked).hasValue(Health.RUNAWAYS_TO_QUARANTINE);
    assertThat(callsOf("a-stuck").condition()).isEqualTo(PluginView.Condition.QUARANTINED);
    assertThat(callsOf("a-stuck").lastFault()).contains("no answer within");
    assertThat(panels.on(cart(panels, 1))).extracting(ShownPanel::name).containsExactly("b-fine");
    assertThat(callsOf("b-fine").faults()).isZero();
  }

  private void awaitEnd() {
    while (end.getCount() > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void whatIsSwitchedOffIsNotShownAnyMore() {
    PagePanels panels = with(new Scripted("fine", page -> Optional.of(FINE)));
    assertThat(panels.on(cart(panels, 100))).hasSize(1);

    said.set(new SwitchedOn.Said(Set.of("test-plugin"), 1, Setups.NONE));
    plugins.switchedOn().forget();

    assertThat(panels.on(cart(panels, 100))).isEmpty();
    assertThat(panels.isAny()).isFalse();
  }
}
