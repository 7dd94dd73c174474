package org.halles.launcher.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halles.launcher.Refusal;
import org.halles.spi.PluginDescriptor;

/** {@code halles plugin}: plugins come and go without a build, and without a lost order. */
public final class PluginCommand {

  private static final long MEGABYTE = 1024 * 1024;
  private static final long LARGEST = 32 * MEGABYTE;

  private final PluginStock stock;
  private final PluginFolder folder;
  private final Optional<Change> running;
  private final FoundFaults found;

  /**
   * @param stock what there is
   * @param running the server to change, empty if none runs
   */
  public PluginCommand(PluginStock stock, Optional<Change> running) {
    this(stock, running, FoundFaults.NONE);
  }

  /**
   * @param stock what there is
   * @param running the server to change, empty if none runs
   * @param found what the running marketplace says of its plugins
   */
  public PluginCommand(PluginStock stock, Optional<Change> running, FoundFaults found) {
    this.found = found;
    this.stock = stock;
    this.folder = PluginFolder.in(stock.home());
    this.running = running;
  }

  /** Where the added jars lie. */
  public Path place() {
    return stock.home().resolve("plugins");
  }

  /** Runs {@code add FILE}, {@code remove ID}, {@code check FILE} or {@code list}. */
  public int run(List<String> arguments) throws IOException, InterruptedException {
    String what = arguments.isEmpty() ? "" : arguments.get(0);
    return switch (what) {
      case "add" -> alone(() -> add(file(arguments)));
      case "check" -> check(file(arguments)) ? 0 : 1;
      case "remove" -> alone(() -> remove(argument(arguments, "the id of a plugin")));
      case "list" -> list();
      default ->
          throw new Refusal("Say what: ./halles plugin add FILE, remove ID, check FILE or list.");
    };
  }

  /** What changes the plugins of a home, one at a time. */
  private interface Work {
    int run() throws IOException, InterruptedException;
  }

  private int alone(Work work) throws IOException, InterruptedException {
    Optional<Turn> turn = Turn.take(stock.home());
    try (Turn mine =
        turn.orElseThrow(
            () ->
                new Refusal(
                    "A plugin comes or goes already, or a server is starting again: wait until that"
                        + " is done, and say it once more."))) {
      return work.run();
    }
  }

  private int add(Path jar) throws IOException, InterruptedException {
    if (!check(jar)) {
      System.out.println("Nothing was changed.");
      return 1;
    }
    PluginDescriptor plugin = PluginFolder.descriptor(jar).orElseThrow();
    return put(plugin.id(), jar) ? 0 : 1;
  }

  /**
   * Adds a jar that was looked at already.
   *
   * @return false if the marketplace would not start with it and went back to what it was
   */
  public boolean put(String id, Path jar) throws IOException, InterruptedException {
    Path before = folder.place(id).resolveSibling(id + ".before");
    boolean replaces = Files.exists(folder.place(id));
    if (replaces) {
      Files.copy(folder.place(id), before, StandardCopyOption.REPLACE_EXISTING);
    }
    folder.keep(id, jar);
    boolean good = false;
    try {
      good = change(id, id + (replaces ? " is exchanged" : " is added"));
      return good;
    } finally {
      if (!good && replaces) {
        Files.move(before, folder.place(id), StandardCopyOption.REPLACE_EXISTING);
      } else if (!good) {
        folder.forget(id);
      }
      Files.deleteIfExists(before);
    }
  }

  /** Takes a plugin out again; what was sold with it stays as it is. */
  public int remove(String which) throws IOException, InterruptedException {
    String id = folder.find(which).orElse("");
    if (id.isEmpty()) {
      throw new Refusal(
          "No plugin \"%s\" was added. %s",
          which,
          stock.deliveredPlugins().stream().anyMatch(plugin -> plugin.id().equals(which))
              ? "It is delivered with Halles: switch it off in the console instead."
              : "./halles plugin list tells which were.");
    }
    if (running.isPresent() && stock.leftOut().containsKey(id)) {
      folder.forget(id);
      System.out.println(
          id + " is removed; it took no part, so the running marketplace goes on as it is.");
      return 0;
    }
    neededBy(id);
    Path away =
        Files.createTempFile(
            Files.createDirectories(stock.home().resolve("run")), "removed", ".jar");
    Files.move(folder.place(id), away, StandardCopyOption.REPLACE_EXISTING);
    boolean good = false;
    try {
      good = change("", id + " is removed");
      return good ? 0 : 1;
    } finally {
      if (!good) {
        folder.keep(id, away);
      }
      Files.deleteIfExists(away);
    }
  }

  private void neededBy(String id) throws IOException {
    for (Path other : folder.others(id)) {
      PluginFolder.readable(other).stream()
          .filter(plugin -> plugin.requires().stream().anyMatch(n -> n.pluginId().equals(id)))
          .forEach(
              plugin -> {
                throw new Refusal("%s needs it: remove that first.", plugin.id());
              });
    }
  }

  /** Exchanges the running marketplace, if one runs. */
  private boolean change(String added, String done) throws IOException, InterruptedException {
    if (running.isEmpty()) {
      System.out.println(done + "; it holds from the next ./halles run.");
      return true;
    }
    System.out.println("Exchanging the running marketplace.");
    Change.Outcome outcome = running.get().to(stock.marketplaceWith(added));
    double seconds = outcome.closed().toMillis() / 1_000.0;
    if (outcome.rolledBackFor().isPresent()) {
      System.out.printf(
          "The marketplace could not start with it and runs as before (closed for %.1f s):%n%s%n",
          seconds, outcome.rolledBackFor().get());
      return false;
    }
    System.out.println(
        seconds > 0
            ? "%s; buyers were asked to come again for %.1f s.".formatted(done, seconds)
            : done + " on all nodes; buyers noticed nothing.");
    return true;
  }

  private boolean check(Path jar) throws IOException, InterruptedException {
    String id = PluginFolder.descriptor(jar).map(PluginDescriptor::id).orElse("");
    List<Path> beside = new ArrayList<>(stock.libraries());
    beside.addAll(stock.fittingBeside(id));
    JarCheck.Verdict verdict = stock.check().whole(jar, beside);
    System.out.println(
        jar.getFileName() + (verdict.good() ? " may be added:" : " must not be added:"));
    System.out.print(verdict.text());
    return verdict.good();
  }

  private int list() throws IOException, InterruptedException {
    for (PluginDescriptor plugin : stock.deliveredPlugins()) {
      System.out.println(line(plugin, "delivered"));
    }
    Map<String, LeftOut> leftOut = stock.leftOut();
    for (Map.Entry<String, Path> added : folder.jars().entrySet()) {
      LeftOut left = leftOut.get(added.getKey());
      System.out.println(line(added, left == null ? "added" : "left out"));
      if (left != null) {
        left.reasons().forEach(PluginCommand::reason);
        reason(
            "put it right and add it again, or: ./halles plugin remove %s"
                .formatted(added.getKey()));
      }
    }
    for (FoundFaults.Faulty faulty : found.all()) {
      System.out.println(faulty.id() + " takes no part, or not with all it brings:");
      faulty.problems().forEach(PluginCommand::reason);
    }
    return 0;
  }

  private static void reason(String text) {
    System.out.println("    " + text);
  }

  /** A jar that somebody laid there and that says nothing readable is named all the same. */
  private static String line(Map.Entry<String, Path> added, String state) {
    Optional<PluginDescriptor> plugin = PluginFolder.readable(added.getValue());
    if (plugin.isEmpty()) {
      return "%-24s %-12s %s".formatted(added.getKey(), "", state);
    }
    String named = plugin.get().id().equals(added.getKey()) ? "" : " (" + added.getKey() + ".jar)";
    return line(plugin.get(), state) + named;
  }

  private static String line(PluginDescriptor plugin, String state) {
    return "%-24s %-12s %-10s %s".formatted(plugin.id(), plugin.version(), state, plugin.name());
  }

  private static Path file(List<String> arguments) throws IOException {
    Path file = Path.of(argument(arguments, "a jar")).toAbsolutePath();
    if (!Files.isRegularFile(file)) {
      throw new Refusal("There is no file %s.", file);
    }
    if (Files.size(file) > LARGEST) {
      throw new Refusal(
          "%s has %d MB, and a plugin may have %d: every server keeps it in memory. Leave out what"
              + " the JDK, Jakarta EE and the SPI bring, and keep data elsewhere.",
          file, Files.size(file) / MEGABYTE, LARGEST / MEGABYTE);
    }
    return file;
  }

  private static String argument(List<String> arguments, String what) {
    if (arguments.size() != 2) {
      throw new Refusal("./halles plugin %s wants %s.", arguments.get(0), what);
    }
    return arguments.get(1);
  }
}
