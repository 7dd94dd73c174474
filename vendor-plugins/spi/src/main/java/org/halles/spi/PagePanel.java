package org.halles.spi;

import java.util.Optional;
import java.util.Set;

/**
 * Shows something on a page of the marketplace: a notice, figures, a short table, links. A plugin
 * says what, as data; Halles draws it, escaped and in its own design, in the reader’s language.
 *
 * <p><b>Life cycle.</b> Found once at deployment; its places are asked then or at the first page.
 * {@link #show} is asked when a page of such a place is drawn, and its answer is remembered for the
 * rest of the minute for everybody whose page has the same facts.
 *
 * <p><b>Contract.</b> All panels of one page together have 250 ms, and the page is drawn without
 * whatever is not there by then. Go by the facts and your configuration; who keeps state of their
 * own, such as an observer’s tally, may read it. A panel that throws, is late, or shows what {@link
 * Panel} does not allow is simply absent. It changes nothing: no price, no order, no form.
 *
 * <pre>{@code
 * public Optional<Panel> show(Page page) {
 *   return page instanceof Page.Listing listing && listing.kind().equals("goods")
 *       ? Optional.of(Panel.of(Panel.words("Fait ici", "Made here"), paragraph))
 *       : Optional.empty();
 * }
 * }</pre>
 *
 * @since SPI 1.8
 */
public interface PagePanel {

  /** The stable name of this panel, such as {@code mutual-aid-roundup}. */
  String id();

  /** Where it may have something to show; at least one place, always the same. */
  Set<Page.Place> places();

  /** What it shows on this page; empty if nothing. */
  Optional<Panel> show(Page page);
}
