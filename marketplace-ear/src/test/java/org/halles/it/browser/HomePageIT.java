package org.halles.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.halles.it.Browsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The first page somebody sees. */
class HomePageIT {
  private static Browsers browsers;

  @BeforeAll
  static void open() {
    browsers = new Browsers();
  }

  @AfterAll
  static void close() {
    browsers.close();
  }

  @Test
  void aFrenchVisitorIsLedToTheFrenchShop() {
    Page page = browsers.phone("fr-FR");
    Response response = page.navigate("/");
    assertThat(response.status()).isEqualTo(200);
    assertThat(page.url()).endsWith("/fr");
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("fr");
  }
}
