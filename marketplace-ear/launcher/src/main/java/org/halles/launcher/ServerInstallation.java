package org.halles.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.postgresql.Driver;
import org.wildfly.core.launcher.CliCommandBuilder;

/** WildFly, unpacked and configured once for each version and configuration. */
public final class ServerInstallation {
  static final String CONFIGURATION = "halles.xml";

  private final Path archive;
  private final Path recipe;
  private final Path door;
  private final Path home;

  /**
   * An installation that may not exist yet.
   *
   * @param archive WildFly's zip
   * @param recipe the folder with {@code configure.cli} and the descriptions of our modules
   * @param door the part of ours that lives in the server itself
   * @param home where the server is unpacked
   */
  public ServerInstallation(Path archive, Path recipe, Path door, Path home) {
    this.archive = archive;
    this.recipe = recipe;
    this.door = door;
    this.home = home;
  }

  /** The server's folder, made anew when the version or the configuration has changed. */
  public Path ready() throws IOException, InterruptedException {
    Path stamp = home.resolve("halles.stamp");
    String wanted = fingerprint();
    if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
      return home;
    }
    System.out.println("Preparing the server (once for this version) in " + home);
    Folders.delete(home);
    unpack();
    addModule("org/postgresql", "module.xml", driver(), "postgresql.jar");
    addModule("org/halles/server", "server-door.xml", door, "server-door.jar");
    configure();
    Files.writeString(stamp, wanted);
    return home;
  }

  private void unpack() throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        Path name = Path.of(entry.getName());
        if (name.getNameCount() > 1) {
          unpack(zip, entry, Folders.inside(home, name.subpath(1, name.getNameCount()).toString()));
        }
      }
    }
  }

  private static void unpack(ZipFile zip, ZipEntry entry, Path file) throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    try (InputStream content = zip.getInputStream(entry)) {
      Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
    }
    if (file.toString().endsWith(".sh") && !file.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + file + " executable");
    }
  }

  private void addModule(String name, String description, Path jar, String file)
      throws IOException {
    Path module = Files.createDirectories(home.resolve("modules").resolve(name).resolve("main"));
    Files.copy(recipe.resolve(description), module.resolve("module.xml"));
    Files.copy(jar, module.resolve(file));
  }

  private void configure() throws IOException, InterruptedException {
    Path configuration = home.resolve("standalone/configuration");
    Files.copy(configuration.resolve("standalone-full.xml"), configuration.resolve(CONFIGURATION));
    Path log = home.resolve("configure.log");
    ProcessBuilder cli =
        new ProcessBuilder(
            CliCommandBuilder.of(home)
                .addJavaOption("-Djboss.home.dir=" + home)
                // it runs for seconds: what the second compiler does never pays
                .addJavaOption("-XX:TieredStopAtLevel=1")
                .addJavaOption("-Djboss.cli.config=" + home.resolve("bin/jboss-cli.xml"))
                .setScriptFile(recipe.resolve("configure.cli"))
                .addCliArgument("--echo-command")
                .build());
    cli.environment().put("JBOSS_HOME", home.toString());
    if (cli.redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor() != 0) {
      throw new Refusal("The server could not be configured; the last lines of %s say why.", log);
    }
  }

  private static Path driver() {
    return Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  private String fingerprint() throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(archive.getFileName().toString().getBytes(StandardCharsets.UTF_8));
      digest.update(driver().getFileName().toString().getBytes(StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(recipe.resolve("configure.cli")));
      digest.update(Files.readAllBytes(recipe.resolve("module.xml")));
      digest.update(Files.readAllBytes(recipe.resolve("server-door.xml")));
      digest.update(Files.readAllBytes(door));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
