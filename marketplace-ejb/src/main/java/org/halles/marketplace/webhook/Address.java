package org.halles.marketplace.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.halles.marketplace.shared.PublicAddresses;

/**
 * Where a receiver says it is. Strangers word it, so it is asked over https and in the public
 * network only, but for hosts that the operator's setting names.
 */
final class Address {

  private static final Set<Integer> USUAL_PORTS = Set.of(443, 8443);
  private static final Pattern NUMBER = Pattern.compile("(?i)0x[0-9a-f]*|[0-9]+");
  private static final Pattern PLAIN_IPV4 =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

  private final URI uri;
  private final boolean trusted;

  private Address(URI uri, Set<String> trusted) {
    this.uri = uri;
    this.trusted = trusted.contains(host(uri) + ":" + portOf(uri));
  }

  /**
   * @param trusted hosts with their port, asked wherever they are
   * @return empty if it is no web address at all
   */
  static Optional<Address> of(String text, Set<String> trusted) {
    try {
      URI uri = new URI(text == null ? "" : text.strip());
      boolean web = "http".equalsIgnoreCase(uri.getScheme()) || isSecure(uri);
      return web && uri.getHost() != null
          ? Optional.of(new Address(uri, trusted))
          : Optional.empty();
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }

  URI uri() {
    return uri;
  }

  String host() {
    return host(uri);
  }

  /** True if the operator's setting names it. */
  boolean isTrusted() {
    return trusted;
  }

  /** What is wrong with it as it is written, without asking anybody. */
  Optional<String> fault() {
    if (uri.getRawUserInfo() != null) {
      return Optional.of("must not carry a user name or password");
    }
    if (trusted) {
      return Optional.empty();
    }
    if (!isSecure(uri)) {
      return Optional.of("must begin with https://");
    }
    if (!USUAL_PORTS.contains(portOf(uri))) {
      return Optional.of("must use port 443 or 8443");
    }
    return isDisguised() ? Optional.of(PRIVATE) : Optional.empty();
  }

  static final String PRIVATE = "leads into a private network: give a public address";

  /** What is wrong with where it leads now. */
  Optional<String> faultOfPlace() {
    if (trusted) {
      return Optional.empty();
    }
    try {
      InetAddress[] found = new PublicAddresses(Set.of()).resolve(uri.getHost());
      return found.length == 0 ? Optional.of("cannot be found: check the host") : Optional.empty();
    } catch (PublicAddresses.NotPublic inside) {
      return Optional.of(PRIVATE);
    } catch (UnknownHostException nowhere) {
      return Optional.of("cannot be found: check the host");
    }
  }

  /** Numbers that some read as one address and some as another: decimal, octal, hexadecimal. */
  private boolean isDisguised() {
    String host = host().replaceFirst("\\.$", "");
    String last = host.substring(host.lastIndexOf('.') + 1);
    return NUMBER.matcher(last).matches() && !PLAIN_IPV4.matcher(host).matches();
  }

  private static boolean isSecure(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  private static String host(URI uri) {
    return uri.getHost().toLowerCase(Locale.ROOT);
  }

  private static int portOf(URI uri) {
    return uri.getPort() >= 0 ? uri.getPort() : isSecure(uri) ? 443 : 80;
  }
}
