package org.halles.it.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.halles.it.Marketplace;
import org.halles.it.Shop;

/** Somebody who opened an account a moment ago, as people do: by the form. */
public final class Newcomer {

  private Newcomer() {}

  /** Their address; the password is the demo's. */
  public static String email() {
    if (Marketplace.running().database() != null) { // null: it was started beside, by hand
      forgetHowManyCame();
    }
    String email = "it-" + UUID.randomUUID() + "@it.example";
    URI site = Marketplace.running().address();
    Shop.asGuest()
        .with("Origin", site.getScheme() + "://" + site.getAuthority())
        .raw(
            "POST",
            "/fr/register",
            "application/x-www-form-urlencoded",
            "name=" + part("Ana Marchal") + "&email=" + part(email) + "&password=halles-demo")
        .expect(302);
    return email;
  }

  /** Signed in with a program. */
  public static Shop shop() {
    return Shop.as(email());
  }

  /**
   * All newcomers of a run share one address of the network, which may open only so many accounts.
   */
  private static void forgetHowManyCame() {
    try (Connection database = Marketplace.running().database().connect();
        Statement statement = database.createStatement()) {
      // the marketplace writes down only the beginning of a hash of whom it counts
      statement.executeUpdate(
          """
          delete from throttle
           where key = left(encode(sha256('REGISTRATIONS:127.0.0.1'), 'hex'), 32)
          """);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
