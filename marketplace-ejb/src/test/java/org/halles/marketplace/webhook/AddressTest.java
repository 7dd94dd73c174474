package org.halles.marketplace.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  private final Receivers receivers = new Receivers(Set.of("127.0.0.1:18998", "erp.intranet:80"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/hook",
        "https://localhost/hook",
        "https://2130706433/hook",
        "https://017700000001/hook",
        "https://0177.0.0.1/hook",
        "https://0x7f000001/hook",
        "https://10.0.0.7/hook",
        "https://172.16.4.4/hook",
        "https://192.168.1.1/hook",
        "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1/hook",
        "https://0.0.0.0/hook",
        "https://[::1]/hook",
        "https://[::ffff:127.0.0.1]/hook",
        "https://[::ffff:10.0.0.1]/hook",
        "https://[fe80::1]/hook",
        "https://[fd00::1]/hook",
        "https://[64:ff9b::7f00:1]/hook",
        "https://[2002:7f00:1::]/hook"
      })
  void nobody_makes_the_market_call_its_own_house(String url) {
    assertThat(receivers.fault(url)).hasValue(Address.PRIVATE);
  }

  @ParameterizedTest
  @CsvSource({
    "http://93.184.216.34/hook, must begin with https://",
    "https://93.184.216.34:9990/hook, must use port 443 or 8443",
    "https://93.184.216.34:22/hook, must use port 443 or 8443",
    "http://127.0.0.1:18997/hook, must begin with https://",
    "https://me:secret@example.org/hook, must not carry a user name or password",
    "http://me@127.0.0.1:18998/hook, must not carry a user name or password",
    "ftp://example.org/hook, is no web address: give one that begins with https://",
    "file:///etc/passwd, is no web address: give one that begins with https://",
    "https://127.1/hook, is no web address: give one that begins with https://",
    "https://0x7f.0.0.1/hook, is no web address: give one that begins with https://",
    "hook, is no web address: give one that begins with https://",
    "https:// x, is no web address: give one that begins with https://",
    "https://no-such-host.invalid/hook, cannot be found: check the host"
  })
  void what_is_wrong_with_an_address_is_told(String url, String fault) {
    assertThat(receivers.fault(url)).hasValue(fault);
  }

  @Test
  void public_addresses_over_https_and_hosts_that_the_operator_names_will_do() {
    assertThat(receivers.fault("https://93.184.216.34/hook?key=1")).isEmpty();
    assertThat(receivers.fault("https://93.184.216.34:8443/hook")).isEmpty();
    assertThat(receivers.fault("http://127.0.0.1:18998/hook")).isEmpty();
    assertThat(receivers.fault("HTTP://ERP.intranet/hook")).isEmpty();
  }
}
