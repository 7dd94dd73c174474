package org.halles.launcher.front;

import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** One server behind the front: whether it takes requests, and how many it works on. */
final class Node {

  /** What the front may expect of it. */
  enum State {
    /** It answers. */
    UP,
    /** It is being changed: whoever has a session there waits, everybody else goes elsewhere. */
    CHANGING,
    /** It does not answer. */
    DOWN
  }

  /** A change that takes longer than this was given up by whoever began it. */
  private static final Duration LONGEST_CHANGE = Duration.ofMinutes(8);

  private final String name;
  private final URI health;
  private final LoadBalancingProxyClient connections;
  private final AtomicInteger working = new AtomicInteger();
  private volatile State state = State.DOWN;
  private volatile long changingSince;

  /**
   * @param name as it calls itself in its sessions' cookies
   * @param address where it answers requests
   * @param health where it says whether it is ready
   */
  Node(String name, URI address, URI health) {
    this.name = name;
    this.health = health;
    this.connections =
        new LoadBalancingProxyClient()
            .setConnectionsPerThread(200)
            .setSoftMaxConnectionsPerThread(0)
            // shorter than the minute after which a server closes what is idle
            .setTtl(30_000)
            .setMaxQueueSize(2_000)
            .setProblemServerRetry(1)
            .addHost(address);
  }

  String name() {
    return name;
  }

  URI health() {
    return health;
  }

  State state() {
    return state;
  }

  int working() {
    return working.get();
  }

  LoadBalancingProxyClient connections() {
    return connections;
  }

  /** Counts a request in; false if it must not come now. */
  boolean enter() {
    working.incrementAndGet();
    if (state == State.UP) {
      return true;
    }
    working.decrementAndGet();
    return false;
  }

  void leave() {
    working.decrementAndGet();
  }

  /** No new requests from now on. */
  synchronized void change() {
    state = State.CHANGING;
    changingSince = System.nanoTime();
  }

  /** The change is over: what is seen of it next decides. */
  synchronized void back() {
    changingSince = System.nanoTime() - LONGEST_CHANGE.toNanos();
  }

  /** What was just seen of it; a change that goes on outweighs it. */
  synchronized void seen(boolean ready) {
    boolean changes =
        state == State.CHANGING && System.nanoTime() - changingSince < LONGEST_CHANGE.toNanos();
    if (!changes) {
      state = ready ? State.UP : State.DOWN;
    }
  }
}
