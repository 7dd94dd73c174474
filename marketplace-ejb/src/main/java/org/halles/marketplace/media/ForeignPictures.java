package org.halles.marketplace.media;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.util.Timeout;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.PublicAddresses;

/**
 * Fetches pictures from addresses that vendors give, through the same door as uploaded ones: only
 * over http and https, only from the public network, never for long, never much.
 */
@ApplicationScoped
public class ForeignPictures {

  private static final int HOPS = 5;
  private static final int LONGEST_SECONDS = 30;
  private static final Set<Integer> USUAL_PORTS = Set.of(-1, 80, 443);
  private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);

  /** What an address answered: a file, or another address. */
  private record Answer(byte[] file, String elsewhere) {}

  private Pictures pictures;
  private Set<String> trusted = Set.of();
  private CloseableHttpClient client;

  protected ForeignPictures() {}

  @Inject
  ForeignPictures(Pictures pictures) {
    this(pictures, PublicAddresses.trustedBy("HALLES_PICTURE_HOSTS"));
  }

  /**
   * @param trusted such as {@code cdn.intranet:8080}: asked wherever they are, at that port
   */
  public ForeignPictures(Pictures pictures, Set<String> trusted) {
    this.pictures = pictures;
    this.trusted = Set.copyOf(trusted);
    Set<String> hosts =
        trusted.stream().map(one -> one.replaceFirst(":\\d+$", "")).collect(Collectors.toSet());
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new PublicAddresses(hosts))
                    .setMaxConnPerRoute(4)
                    .setMaxConnTotal(16)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(Timeout.ofSeconds(5))
                            .setSocketTimeout(Timeout.ofSeconds(10))
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom().setResponseTimeout(Timeout.ofSeconds(10)).build())
            .disableRedirectHandling()
            .disableContentCompression()
            .disableCookieManagement()
            .disableAutomaticRetries()
            .setUserAgent("Halles (pictures of vendors)")
            .build();
  }

  /**
   * Lets the picture at this address in.
   *
   * @throws PictureRefused if there is none, it cannot be had, or it would be refused as an upload
   */
  @Allowed(Role.SIGNED_IN)
  public Picture fetch(String address) {
    String at = address;
    for (int hop = 0; hop <= HOPS; hop++) {
      Answer answer = ask(checked(at));
      if (answer.elsewhere() == null) {
        return kept(answer.file());
      }
      at = resolved(at, answer.elsewhere());
    }
    throw PictureRefused.unreachable("it leads on and on");
  }

  private Picture kept(byte[] file) {
    try {
      return pictures.keep(new ByteArrayInputStream(file));
    } catch (IOException diskTrouble) {
      throw new UncheckedIOException(diskTrouble);
    }
  }

  private static String resolved(String from, String to) {
    try {
      return URI.create(from).resolve(new URI(to)).toString();
    } catch (URISyntaxException | IllegalArgumentException malformed) {
      throw PictureRefused.wrongAddress();
    }
  }

  private URI checked(String address) {
    URI uri;
    try {
      uri = new URI(address.strip());
    } catch (URISyntaxException malformed) {
      throw PictureRefused.wrongAddress();
    }
    boolean web =
        "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    if (!web || uri.getHost() == null || uri.getRawUserInfo() != null) {
      throw PictureRefused.wrongAddress();
    }
    if (!USUAL_PORTS.contains(uri.getPort())
        && !trusted.contains(uri.getHost() + ":" + uri.getPort())) {
      throw PictureRefused.privateAddress(uri.getHost() + ":" + uri.getPort());
    }
    return uri;
  }

  private Answer ask(URI address) {
    HttpGet request = new HttpGet(address);
    request.setHeader("Accept", "image/*");
    // a server that says a byte now and then must not hold us for ever
    CompletableFuture<Void> end =
        CompletableFuture.runAsync(
            request::cancel, CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS));
    try {
      return client.execute(request, ForeignPictures::read);
    } catch (PublicAddresses.NotPublic near) {
      throw PictureRefused.privateAddress(address.getHost());
    } catch (InterruptedIOException slow) {
      throw PictureRefused.unreachable("it takes too long to answer");
    } catch (IOException | IllegalArgumentException away) {
      throw PictureRefused.unreachable("nobody answers there");
    } finally {
      end.cancel(false);
    }
  }

  private static Answer read(ClassicHttpResponse response) throws IOException {
    Header location = response.getFirstHeader("Location");
    if (MOVED.contains(response.getCode()) && location != null) {
      return new Answer(null, location.getValue());
    }
    if (response.getCode() != 200 || response.getEntity() == null) {
      throw PictureRefused.unreachable("the answer is " + response.getCode());
    }
    byte[] file = response.getEntity().getContent().readNBytes(Pictures.LARGEST_FILE + 1);
    if (file.length > Pictures.LARGEST_FILE) {
      throw PictureRefused.tooLarge();
    }
    return new Answer(file, null);
  }

  @PreDestroy
  void close() throws IOException {
    client.close();
  }
}
