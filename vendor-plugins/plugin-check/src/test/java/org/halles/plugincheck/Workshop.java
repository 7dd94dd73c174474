package org.halles.plugincheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Makes jars of sources, as a plugin's author would. */
final class Workshop {

  static final String BEANS =
      "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\""
          + " bean-discovery-mode=\"annotated\"/>";

  private final Path folder;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<String> left = new ArrayList<>();
  private String release = "17";

  private Workshop(Path folder) {
    this.folder = folder;
  }

  /** An empty jar. */
  static Workshop empty(Path folder) {
    return new Workshop(folder);
  }

  /** A rule of this kind with this body, in a jar that is as it should be. */
  static Workshop rule(Path folder, String id, String kind, String body) {
    Workshop workshop = new Workshop(folder);
    String name = "com." + id + ".Rule";
    workshop.sources.put(
        name,
        """
        package com.%s;
        import java.util.Optional;
        import org.halles.spi.*;
        @jakarta.enterprise.context.ApplicationScoped
        public class Rule implements CommissionRule<Rule.Terms> {
          public record Terms(Rate rate) {}
          public String kind() { return "%s"; }
          public Class<Terms> configuration() { return Terms.class; }
          public Optional<CommissionProposal> propose(SaleFacts sale, Terms terms) {
            %s
          }
        }
        """
            .formatted(id, kind, body));
    workshop.files.put("META-INF/beans.xml", BEANS);
    workshop.files.put(
        "META-INF/halles-plugin.properties",
        """
        id=%s
        name=%s
        version=1.0.0
        author=Tests
        spi=1
        provides=%s
        example.%s={"rate": "8 %%"}
        """
            .formatted(id, id, name, kind));
    return workshop;
  }

  static Workshop goodRule(Path folder) {
    return rule(
        folder,
        "acme",
        "acme.ten",
        "return Optional.of(CommissionProposal.of(terms.rate(), \"acme\"));");
  }

  Workshop with(String file, String content) {
    files.put(file, content);
    return this;
  }

  Workshop descriptor(String line, String instead) {
    String key = "META-INF/halles-plugin.properties";
    assertThat(files.get(key)).contains(line);
    return with(key, files.get(key).replace(line, instead));
  }

  Workshop source(String className, String text) {
    sources.put(className, text);
    return this;
  }

  /** Compiled, but not put into the jar. */
  Workshop without(String fileOrClass) {
    files.remove(fileOrClass);
    left.add(fileOrClass.replace('.', '/') + ".class");
    return this;
  }

  Workshop forJava(String number) {
    release = number;
    return this;
  }

  Path jar(String name) throws IOException {
    Path classes = Files.createDirectories(folder.resolve(name + "-classes"));
    compile(classes);
    Path jar = folder.resolve(name + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> compiled = Files.walk(classes)) {
      for (Path file : compiled.filter(Files::isRegularFile).sorted().toList()) {
        String entry = classes.relativize(file).toString();
        if (entry.endsWith(".class") && !left.contains(entry)) {
          put(zip, entry, Files.readAllBytes(file));
        }
      }
      for (Map.Entry<String, String> file : files.entrySet()) {
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

  private void compile(Path classes) throws IOException {
    List<Path> paths = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = classes.resolve(source.getKey().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      paths.add(Files.writeString(file, source.getValue()));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter complaints = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-proc:none",
              "--release",
              release,
              "-d",
              classes.toString(),
              "-cp",
              System.getProperty("java.class.path"));
      boolean compiled =
          compiler
              .getTask(
                  complaints,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(paths))
              .call();
      assertThat(compiled).as(complaints.toString()).isTrue();
    }
  }
}
