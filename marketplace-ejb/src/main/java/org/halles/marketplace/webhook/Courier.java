package org.halles.marketplace.webhook;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.halles.marketplace.shared.PublicAddresses;

/**
 * Takes a message to its receiver, over a connection of its own: to the address that was checked,
 * never elsewhere, within five seconds in all, and reads little of the answer.
 */
@ApplicationScoped
class Courier {

  static final Duration BUDGET = Duration.ofSeconds(5);

  /** As much of an answer as is kept. */
  static final int EXCERPT = 1_024;

  private Set<String> trusted = Set.of();
  private Duration budget = BUDGET;
  private CloseableHttpClient outside;
  private CloseableHttpClient inside;

  protected Courier() {}

  @Inject
  Courier(Receivers receivers) {
    this(receivers.trusted(), BUDGET);
  }

  Courier(Set<String> trusted, Duration budget) {
    this.trusted = Set.copyOf(trusted);
    this.budget = budget;
    this.outside = client(new PublicAddresses(Set.of()), budget);
    this.inside = client(SystemDefaultDnsResolver.INSTANCE, budget);
  }

  private static CloseableHttpClient client(DnsResolver resolver, Duration budget) {
    Timeout longest = Timeout.of(budget);
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setMaxConnPerRoute(Rounds.ALL)
                .setMaxConnTotal(2 * Rounds.ALL)
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(longest)
                        .setSocketTimeout(longest)
                        .build())
                .build())
        .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(longest).build())
        // one that the receiver has closed meanwhile would count as an attempt in vain
        .setConnectionReuseStrategy((request, response, context) -> false)
        .disableRedirectHandling()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAutomaticRetries()
        .setUserAgent("Halles-Webhooks/1")
        .build();
  }

  Answer carry(Parcel parcel, long timestamp) {
    long began = System.nanoTime();
    Optional<Address> address =
        Address.of(parcel.url(), trusted).filter(one -> one.fault().isEmpty());
    return address
        .map(found -> carry(parcel, timestamp, found, began))
        .orElseGet(() -> failed(began, AttemptFault.ADDRESS, null));
  }

  private Answer carry(Parcel parcel, long timestamp, Address address, long began) {
    HttpPost request = new HttpPost(address.uri());
    request.setHeader("webhook-id", parcel.messageId());
    request.setHeader("webhook-timestamp", String.valueOf(timestamp));
    request.setHeader("webhook-signature", parcel.signature(timestamp));
    request.setEntity(new StringEntity(parcel.body(), ContentType.APPLICATION_JSON));
    // a receiver that says a byte now and then must not hold us for ever
    CompletableFuture<Void> end =
        CompletableFuture.runAsync(
            request::cancel,
            CompletableFuture.delayedExecutor(budget.toMillis(), TimeUnit.MILLISECONDS));
    try (ClassicHttpResponse response =
        (address.isTrusted() ? inside : outside).executeOpen(null, request, null)) {
      return read(response, began);
    } catch (PublicAddresses.NotPublic near) {
      return failed(began, AttemptFault.ADDRESS, null);
    } catch (SSLException wrongCertificate) {
      return failed(began, late(began, AttemptFault.UNTRUSTED), wrongCertificate);
    } catch (InterruptedIOException slow) {
      return failed(began, AttemptFault.TIMED_OUT, null);
    } catch (IOException | RuntimeException away) {
      return failed(began, late(began, AttemptFault.UNREACHABLE), away);
    } finally {
      end.cancel(false);
    }
  }

  private static Answer read(ClassicHttpResponse response, long began) {
    int status = response.getCode();
    AttemptFault fault = null;
    if (status == 410) {
      fault = AttemptFault.GONE;
    } else if (status >= 300 && status < 400) {
      fault = AttemptFault.REDIRECTED;
    } else if (status < 200 || status >= 300) {
      fault = AttemptFault.REFUSED;
    }
    return new Answer(millis(began), status, fault, excerpt(response));
  }

  /** Its status is its word; whatever else it says is for people to look at. */
  private static String excerpt(ClassicHttpResponse response) {
    try {
      if (response.getEntity() == null) {
        return null;
      }
      byte[] first = response.getEntity().getContent().readNBytes(EXCERPT);
      return plain(new String(first, StandardCharsets.UTF_8));
    } catch (IOException brokeOff) {
      return null;
    }
  }

  private static String plain(String text) {
    String shown = text.replaceAll("[\\p{Cc}&&[^\\r\\n\\t]]|\\p{Cs}", "\ufffd").strip();
    return shown.isEmpty() ? null : shown;
  }

  /** When we cut it off, it was late, whatever it looks like. */
  private AttemptFault late(long began, AttemptFault otherwise) {
    return millis(began) >= budget.toMillis() ? AttemptFault.TIMED_OUT : otherwise;
  }

  private static Answer failed(long began, AttemptFault fault, Exception why) {
    String said = why == null || why.getMessage() == null ? null : plain(why.getMessage());
    String excerpt = said == null ? null : said.substring(0, Math.min(said.length(), EXCERPT));
    return new Answer(millis(began), null, fault, excerpt);
  }

  private static int millis(long began) {
    return (int) Duration.ofNanos(System.nanoTime() - began).toMillis();
  }

  @PreDestroy
  void close() throws IOException {
    outside.close();
    inside.close();
  }
}
