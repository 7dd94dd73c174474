package org.halles.marketplace.shared;

/**
 * Whether this marketplace shows the demo: its shops and accounts exist, and vendors that come as
 * jars may sell without waiting for an operator. Off unless {@code HALLES_DEMO} is {@code true}.
 */
public final class DemoMode {

  private DemoMode() {}

  /** True if the demo is on. */
  public static boolean isOn() {
    return Boolean.parseBoolean(System.getProperty("halles.demo", System.getenv("HALLES_DEMO")));
  }
}
