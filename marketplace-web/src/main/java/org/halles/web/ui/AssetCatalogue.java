package org.halles.web.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.AbstractMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The addresses of style sheets, scripts and drawings: {@code #{assets['shop.css']}}. An address
 * carries the fingerprint of all assets, so that browsers may keep them for a year and still see a
 * new release at once.
 */
@Named("assets")
@ApplicationScoped
public class AssetCatalogue extends AbstractMap<String, String> {

  static final String FOLDER = "/WEB-INF/assets/";

  /** Sheets that are served as one: fewer requests, and each page asks for what it uses. */
  private static final Map<String, List<String>> SHEETS =
      Map.of(
          "shop.css", List.of("css/tokens.css", "css/base.css", "css/stall.css", "css/shop.css"),
          "portal.css",
              List.of(
                  "css/tokens.css",
                  "css/base.css",
                  "css/stall.css",
                  "css/portal.css",
                  "css/editor.css"));

  private ServletContext context;
  private String fingerprint;

  protected AssetCatalogue() {}

  @Inject
  public AssetCatalogue(ServletContext context) {
    this.context = context;
    this.fingerprint = fingerprint(context);
  }

  /** Where this asset is served, such as {@code /assets/3f2a9c1b/shop.css}. */
  @Override
  public String get(Object name) {
    return "/assets/" + fingerprint + "/" + name;
  }

  /** The fingerprint of the assets of this release. */
  public String fingerprint() {
    return fingerprint;
  }

  /** The files an asset is made of. */
  List<String> partsOf(String name) {
    return SHEETS.getOrDefault(name, List.of(name));
  }

  /** The content of one file, or null if there is no such asset. */
  InputStream open(String file) {
    return context.getResourceAsStream(FOLDER + file);
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return Set.of();
  }

  private static String fingerprint(ServletContext context) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest(context, FOLDER, digest);
      return HexFormat.of().formatHex(digest.digest(), 0, 5);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the assets cannot be read", unreadable);
    }
  }

  private static void digest(ServletContext context, String folder, MessageDigest digest)
      throws IOException {
    Set<String> paths = context.getResourcePaths(folder);
    for (String path : new TreeSet<>(paths == null ? Set.of() : paths)) {
      if (path.endsWith("/")) {
        digest(context, path, digest);
        continue;
      }
      try (InputStream content = context.getResourceAsStream(path)) {
        digest.update(content.readAllBytes());
      }
    }
  }
}
