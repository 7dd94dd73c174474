package org.halles.it.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/** A plugin that wants something injected that nobody has. */
final class BrokenPlugin {

  static final String ID = "it-broken";

  private static final String SOURCE =
      """
      package it.broken;
      @jakarta.enterprise.context.ApplicationScoped
      public class Wish {
        public interface Granted {}
        @jakarta.inject.Inject Granted granted;
      }
      """;

  private static final Map<String, String> FILES =
      Map.of(
          "META-INF/beans.xml",
          "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\""
              + " bean-discovery-mode=\"annotated\"/>",
          "META-INF/halles-plugin.properties",
          "id=it-broken\nname=Broken\nversion=1.0.0\nauthor=Tests\nspi=1\nprovides=it.broken.Wish\n");

  private BrokenPlugin() {}

  static Path in(Path folder) throws IOException {
    Path source = Files.writeString(folder.resolve("Wish.java"), SOURCE);
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "--release",
                "17",
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                source.toString());
    if (compiled != 0) {
      throw new AssertionError("the broken plugin should at least compile");
    }
    Path jar = folder.resolve("it-broken.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("it/broken/Wish.class", "it/broken/Wish$Granted.class")) {
        put(zip, name, Files.readAllBytes(folder.resolve(name)));
      }
      for (Map.Entry<String, String> file : FILES.entrySet()) {
        put(zip, file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
