package org.halles.spi;

/**
 * Is told what happened, after it happened.
 *
 * <p><b>Life cycle.</b> Found once at deployment. Told of each {@link PluginEvent} after its
 * transaction was committed, on a thread of its own, never on a buyer's: it cannot veto anything
 * and it slows nobody down. A call may take five seconds.
 *
 * <p><b>Contract.</b> An observer that is {@link #durable} is told at least once: if it throws or
 * is late it is asked again, later each time, for three days, also after a restart of the server.
 * It may be told twice (recognise {@link PluginEvent#id}) and in another order than things
 * happened. One that is not durable is told once or, if it fails or the server stops just then, not
 * at all.
 */
public interface MarketplaceObserver {

  /** The stable name of this observer, such as {@code acme-warehouse}. */
  String id();

  /** True if nothing may be missed. */
  default boolean durable() {
    return false;
  }

  /** Something happened. */
  void on(PluginEvent event);
}
