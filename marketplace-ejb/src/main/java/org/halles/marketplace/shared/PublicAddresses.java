package org.halles.marketplace.shared;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Finds hosts for requests that somebody else words: only those out in the public network, so that
 * nobody makes the market ask itself, its database or its neighbours. What is answered here is what
 * is connected to: a name that changes its mind in between gains nothing.
 */
public final class PublicAddresses implements DnsResolver {

  /** The host stands somewhere that strangers have no business with. */
  public static final class NotPublic extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    NotPublic(String host) {
      super(host);
    }
  }

  private final Set<String> trusted;

  /**
   * @param trusted hosts that are asked wherever they are
   */
  public PublicAddresses(Set<String> trusted) {
    this.trusted = Set.copyOf(trusted);
  }

  /** Hosts with their port that a setting of the environment names, separated by commas. */
  public static Set<String> trustedBy(String setting) {
    return Arrays.stream(Optional.ofNullable(System.getenv(setting)).orElse("").split(","))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
    for (InetAddress address : found) {
      if (!trusted.contains(host) && !isPublic(address)) {
        throw new NotPublic(host);
      }
    }
    return found;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /** True for an address out in the public network. */
  public static boolean isPublic(InetAddress address) {
    boolean near =
        address.isAnyLocalAddress()
            || address.isLoopbackAddress()
            || address.isLinkLocalAddress()
            || address.isSiteLocalAddress()
            || address.isMulticastAddress();
    byte[] bytes = address.getAddress();
    return !near && (address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes));
  }

  /** Without the blocks that RFC 6890 keeps for other ends. */
  private static boolean isPublic4(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    int third = bytes[2] & 0xff;
    boolean shared = first == 100 && second >= 64 && second < 128;
    boolean benchmark = first == 198 && (second == 18 || second == 19);
    boolean example =
        first == 192 && second == 0 && (third == 0 || third == 2)
            || first == 198 && second == 51 && third == 100
            || first == 203 && second == 0 && third == 113;
    return first != 0 && first < 224 && !shared && !benchmark && !example;
  }

  /** Global unicast alone, without what carries an IPv4 address inside. */
  private static boolean isPublic6(byte[] bytes) {
    boolean global = (bytes[0] & 0xe0) == 0x20;
    int start = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    int next = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
    boolean tunnel = start == 0x2002 || start == 0x2001 && (next == 0 || next == 0xdb8);
    return global && !tunnel;
  }
}
