package org.halles.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A browser for a test class: the machine's own Chromium where there is one, else Playwright's.
 * Each page it opens has a cookie jar of its own, and its address bar starts at the shared
 * marketplace.
 */
public final class Browsers implements AutoCloseable {
  private static final Path INSTALLED = Path.of("/usr/bin/chromium");

  private final Playwright playwright = Playwright.create();
  private final Browser browser = playwright.chromium().launch(options());

  /** A window as wide as a desktop's. */
  public Page desktop(String language) {
    return open(language, 1280, 900);
  }

  /** A window as wide as a small phone's. */
  public Page phone(String language) {
    return open(language, 390, 844);
  }

  /**
   * Opens a dialog of a portal's page and waits until it has taken the focus to its first field:
   * what is typed before that lands there.
   */
  public static void dialog(Page page, String name) {
    page.locator("[data-dialog=" + name + "]").first().click();
    page.locator("#" + name + " :focus").waitFor();
  }

  private Page open(String language, int width, int height) {
    Page page =
        browser
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(Marketplace.running().address().toString())
                    .setLocale(language)
                    .setViewportSize(width, height))
            .newPage();
    page.setDefaultTimeout(15_000);
    return page;
  }

  private static BrowserType.LaunchOptions options() {
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic"));
    return Files.isExecutable(INSTALLED) ? options.setExecutablePath(INSTALLED) : options;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
