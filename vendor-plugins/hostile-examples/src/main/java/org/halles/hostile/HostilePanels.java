package org.halles.hostile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.halles.spi.Page;
import org.halles.spi.PagePanel;
import org.halles.spi.Panel;

/** What would like to spoil every page there is. */
public final class HostilePanels {

  private HostilePanels() {}

  /** Stands everywhere. */
  private interface Everywhere extends PagePanel {
    @Override
    default Set<Page.Place> places() {
      return EnumSet.allOf(Page.Place.class);
    }
  }

  /** Throws whenever a page is drawn, in words that no database takes. */
  @ApplicationScoped
  public static class Throwing implements Everywhere {
    @Override
    public String id() {
      return "hostile-panel-throwing";
    }

    @Override
    public Optional<Panel> show(Page page) {
      throw new IllegalStateException("nobody\u0000 shall read \ud83d");
    }
  }

  /** Shows nothing, not even that. */
  @ApplicationScoped
  public static class AnsweringNull implements Everywhere {
    @Override
    public String id() {
      return "hostile-panel-null";
    }

    @Override
    public Optional<Panel> show(Page page) {
      return null;
    }
  }

  /** Is ready long after the page. */
  @ApplicationScoped
  public static class Slow implements Everywhere {
    @Override
    public String id() {
      return "hostile-panel-slow";
    }

    @Override
    public Optional<Panel> show(Page page) {
      try {
        Thread.sleep(3_000);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
      return Optional.of(
          Panel.of(
              Panel.words("Trop tard", "Too late"),
              new Panel.Paragraph(Panel.words("Trop tard", "Too late"))));
    }
  }

  /** Is never ready, and does not listen when it is told to stop; gives up after a while. */
  @ApplicationScoped
  public static class Looping implements Everywhere {
    @Override
    public String id() {
      return "hostile-panel-looping";
    }

    @Override
    public Optional<Panel> show(Page page) {
      long end = System.nanoTime() + 20_000_000_000L;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      return Optional.empty();
    }
  }

  /** Would like to run in the browsers of others. */
  @ApplicationScoped
  public static class Scripting implements Everywhere {
    @Override
    public String id() {
      return "hostile-panel-scripting";
    }

    @Override
    public Optional<Panel> show(Page page) {
      Panel.Link link =
          new Panel.Link(Panel.words("Gagné", "You won"), "javascript:document.forms[0].submit()");
      return Optional.of(
          Panel.of(
              Panel.words("<script>hostile()</script>", "<script>hostile()</script>"),
              new Panel.Links(Collections.nCopies(1, link))));
    }
  }

  /** Has more to say than any page can hold. */
  @ApplicationScoped
  public static class Endless implements Everywhere {
    @Override
    public String id() {
      return "hostile-panel-endless";
    }

    @Override
    public Optional<Panel> show(Page page) {
      Panel.Block block = new Panel.Paragraph(Panel.words("encore ", "more "));
      return Optional.of(
          new Panel(Panel.words("Encore", "More"), Collections.nCopies(100_000, block)));
    }
  }
}
