package org.halles.marketplace.plugin;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.halles.spi.Page;
import org.halles.spi.PagePanel;
import org.halles.spi.Panel;

/**
 * What plugins show on the marketplace's pages. Panels are remembered for the minute they were made
 * in, so that a page much looked at asks once; however many there are, they hold a page up for no
 * longer than {@link #BUDGET}, and what is missing by then is absent.
 */
@ApplicationScoped
public class PagePanels {

  /** How long all panels of one page may take together. */
  static final Duration BUDGET = Duration.ofMillis(250);

  /** With less than this left nobody is asked: being late would not be its fault. */
  private static final long WORTH_ASKING = BUDGET.toNanos() / 2;

  /** How many answers are remembered. */
  private static final int MOST = 500;

  private final Plugins plugins;
  private final Clock clock;

  /** Of their own: whoever looks at pages takes no thread from whoever pays. */
  private final Workers workers = new Workers("halles-panel", Plugins.THREADS, 1_000);

  private final List<Extension> installed;
  private final Map<String, Set<Page.Place>> places = new ConcurrentHashMap<>();
  private volatile Remembered remembered = new Remembered(Instant.MIN, null);

  private record Key(String name, Page page) {}

  /** What was answered within one minute while the same was switched on. */
  private record Remembered(
      Instant minute, Directory directory, Map<Key, Optional<Panel>> answers) {
    Remembered(Instant minute, Directory directory) {
      this(minute, directory, new ConcurrentHashMap<>());
    }
  }

  @Inject
  PagePanels(Plugins plugins, Clock clock) {
    this.plugins = plugins;
    this.clock = clock;
    this.installed =
        plugins.inventory().extensions().stream()
            .filter(extension -> extension.point() == Point.PAGE_PANEL)
            .toList();
  }

  protected PagePanels() {
    this.plugins = null;
    this.clock = null;
    this.installed = List.of();
  }

  /** True if anything is installed and switched on that shows panels; costs nothing to ask. */
  public boolean isAny() {
    return !installed.isEmpty()
        && !plugins.switchedOn().directory().all(Point.PAGE_PANEL).isEmpty();
  }

  /** The minute it is now: the time of every page that is drawn in it. */
  public Instant minute() {
    return clock.instant().truncatedTo(ChronoUnit.MINUTES);
  }

  /** What is shown on a page, in the order of the panels' names. */
  public List<ShownPanel> on(Page page) {
    if (!isAny()) {
      return List.of();
    }
    Directory directory = plugins.switchedOn().directory();
    Map<Key, Optional<Panel>> known = answersOf(page.at(), directory);
    long deadline = System.nanoTime() + BUDGET.toNanos();
    Where where = Where.of(page);
    List<ShownPanel> shown = new ArrayList<>();
    for (Extension extension : directory.all(Point.PAGE_PANEL, where).values()) {
      Key key = new Key(extension.name(), page);
      Optional<Panel> panel = known.get(key);
      if (panel == null && standsOn(page.place(), extension, deadline)) {
        panel = ask(extension, page, directory, where, deadline).orElse(null);
        remember(known, key, panel);
      }
      if (panel != null) {
        panel.ifPresent(
            one -> shown.add(new ShownPanel(extension.pluginId(), extension.name(), one)));
      }
    }
    return shown;
  }

  private Map<Key, Optional<Panel>> answersOf(Instant minute, Directory directory) {
    Remembered now = remembered;
    if (now.directory() != directory || !now.minute().equals(minute)) {
      now = new Remembered(minute, directory);
      remembered = now;
    }
    return now.answers();
  }

  private static void remember(Map<Key, Optional<Panel>> known, Key key, Optional<Panel> panel) {
    if (panel != null) {
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(key, panel);
    }
  }

  /** The places a panel says it stands on; none while it cannot tell. */
  Set<Page.Place> placesOf(Extension extension) {
    return placesOf(extension, System.nanoTime() + BUDGET.toNanos());
  }

  private boolean standsOn(Page.Place place, Extension extension, long deadline) {
    return placesOf(extension, deadline).contains(place);
  }

  private Set<Page.Place> placesOf(Extension extension, long deadline) {
    Set<Page.Place> known = places.get(extension.name());
    if (known == null) {
      known =
          call(extension, deadline, () -> Set.copyOf(((PagePanel) extension.bean()).places()))
              .orElse(null);
      if (known != null) {
        places.put(extension.name(), known);
      }
    }
    return known == null ? Set.of() : known;
  }

  private Optional<Optional<Panel>> ask(
      Extension extension, Page page, Directory directory, Where where, long deadline) {
    return call(
        extension,
        deadline,
        () -> PanelContract.checked(directory.bean(extension, where, PagePanel.class).show(page)));
  }

  private <T> Optional<T> call(Extension extension, long deadline, Supplier<T> question) {
    long left = deadline - System.nanoTime();
    return left < WORTH_ASKING || extension.health().refusal().isPresent()
        ? Optional.empty()
        : new GuardedCalls(extension, workers).within(Duration.ofNanos(left), question);
  }

  @PreDestroy
  void stop() {
    workers.stop();
  }
}
