package org.halles.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.halles.launcher.bench.Bench;
import org.halles.launcher.bench.HostileBench;
import org.halles.launcher.books.BooksCheck;
import org.halles.launcher.client.Api;
import org.halles.launcher.client.Operator;
import org.halles.launcher.front.FrontConsole;
import org.halles.launcher.plugin.Change;
import org.halles.launcher.plugin.CopiedPlugin;
import org.halles.launcher.plugin.FoundFaults;
import org.halles.launcher.plugin.JarCheck;
import org.halles.launcher.plugin.NewPlugin;
import org.halles.launcher.plugin.OneByOne;
import org.halles.launcher.plugin.PluginCommand;
import org.halles.launcher.plugin.PluginStock;
import org.halles.launcher.replay.Replay;

/** Where the {@code halles} script arrives. */
public final class Main {
  private Main() {}

  /** Runs one command; the exit code is 0 when it did what was asked. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    String command = arguments.length == 0 ? "" : arguments[0];
    try {
      Settings typed =
          Settings.from(
              System.getenv(),
              Path.of(System.getProperty("halles.project", ".")).toAbsolutePath().normalize());
      Settings settings = command.equals("run") ? typed : whereItRuns(typed);
      return switch (command) {
        case "run" -> new RunCommand(settings).execute();
        case "stop" -> new StopCommand(settings).execute();
        case "replay" -> replay(settings, arguments);
        case "books" -> books(settings, arguments);
        case "bench" -> bench(settings, arguments);
        case "backup" -> new BackupCommand(settings).make(folder(arguments));
        case "restore" -> new BackupCommand(typed).restore(folder(arguments));
        case "drill" -> new BackupCommand(settings).drill(folder(arguments));
        case "plugin" -> plugin(settings, List.of(arguments).subList(1, arguments.length));
        default -> throw new Refusal("There is no command \"%s\"; see ./halles help.", command);
      };
    } catch (Refusal refusal) {
      System.err.println(refusal.getMessage());
      return 1;
    } catch (InterruptedException stopped) {
      return 130;
    } catch (Exception unexpected) {
      System.err.println("halles " + command + " failed unexpectedly:");
      unexpected.printStackTrace();
      return 1;
    }
  }

  /** Who types nothing about ports means the marketplace that runs in this home. */
  private static Settings whereItRuns(Settings typed) throws IOException {
    if (System.getenv("HALLES_PORT_OFFSET") != null) {
      return typed;
    }
    Running running = Running.in(typed.home());
    OptionalInt offset =
        running.find("launcher").isPresent()
            ? Addresses.portOffsetIn(running.note("launcher"))
            : OptionalInt.empty();
    return offset.isPresent() ? typed.withPortOffset(offset.getAsInt()) : typed;
  }

  private static int replay(Settings settings, String[] arguments) throws IOException {
    if (arguments.length < 2) {
      throw new Refusal("Name the folder with the orders: ./halles replay FOLDER [ORDERS].");
    }
    int limit = arguments.length > 2 ? number(arguments[2]) : Integer.MAX_VALUE;
    return new Replay(settings.marketplace()).run(Path.of(arguments[1]), limit) ? 0 : 1;
  }

  private static int plugin(Settings settings, List<String> arguments)
      throws IOException, InterruptedException {
    if (!arguments.isEmpty() && arguments.get(0).equals("new")) {
      return newPlugin(settings, arguments.subList(1, arguments.size()));
    }
    if (!arguments.isEmpty() && arguments.get(0).equals("copy")) {
      return copyPlugin(settings, arguments.subList(1, arguments.size()));
    }
    return plugins(settings).run(arguments);
  }

  /** The script puts the folder it was called in first. */
  private static int copyPlugin(Settings settings, List<String> arguments) throws IOException {
    if (arguments.size() != 2) {
      throw new Refusal("Say ./halles plugin copy EXAMPLE, such as copy seasonal-commission.");
    }
    Path folder =
        CopiedPlugin.of(settings.project(), arguments.get(1))
            .in(settings.project(), settings.home(), Path.of(arguments.get(0)));
    System.out.printf(
        "%s is yours now. Change the package, the id and what it does; build and try it there"
            + " with: mvn package%n",
        folder);
    return 0;
  }

  /** Plugins of the marketplace of these settings, whether or not it runs. */
  private static PluginCommand plugins(Settings settings) throws IOException {
    Project project = Project.of(settings.project());
    Path home = settings.home();
    Path delivered = RunCommand.delivered(home);
    List<NodeServer> nodes = NodeServer.running(settings, Running.in(home));
    boolean runs = !nodes.isEmpty() && Files.exists(delivered);
    JarCheck check = RunCommand.pluginCheck(project, home);
    PluginStock stock = new PluginStock(runs ? delivered : project.ear(), home, check);
    return runs
        ? new PluginCommand(stock, Optional.of(change(settings, nodes)), () -> found(settings))
        : new PluginCommand(stock, Optional.empty());
  }

  private static List<FoundFaults.Faulty> found(Settings settings) {
    try {
      return FoundFaults.readBy(Operator.signIn(Api.at(settings.marketplace())));
    } catch (Refusal closed) {
      System.out.println(
          "What the running marketplace itself found wrong with plugins stands in its console,"
              + " under Plugins; to read it here too, name an operator: HALLES_OPERATOR_EMAIL and"
              + " HALLES_OPERATOR_PASSWORD.");
      return List.of();
    }
  }

  private static Change change(Settings settings, List<NodeServer> nodes) throws IOException {
    if (nodes.get(0).isAlone()) {
      return nodes.get(0).exchange();
    }
    return new OneByOne(
        new FrontConsole(settings.portOffset(), Secrets.keptIn(settings.home()).secret("front")),
        nodes.stream()
            .map(node -> new OneByOne.Node(node.name(), node.marketplace(), node.exchange()))
            .toList());
  }

  /** The script puts the folder it was called in first. */
  private static int newPlugin(Settings settings, List<String> arguments) throws IOException {
    if (arguments.size() < 2 || arguments.size() > 3) {
      throw new Refusal("Say ./halles plugin new ID [PACKAGE], such as new acme-weekend.");
    }
    Path folder =
        NewPlugin.of(arguments.get(1), arguments.size() == 3 ? arguments.get(2) : null)
            .in(settings.project(), settings.home(), Path.of(arguments.get(0)));
    System.out.printf(
        "%s is a plugin that works. Build and try it there with: mvn package%n"
            + "Then add it: ./halles plugin add %s/target/%s-1.0.0.jar%n",
        folder, folder, arguments.get(1));
    return 0;
  }

  private static int books(Settings settings, String[] arguments) {
    if (arguments.length > 1 && !arguments[1].equals("new")) {
      throw new Refusal("Say ./halles books, or ./halles books new, not \"%s\".", arguments[1]);
    }
    Api operator = Operator.signIn(Api.at(settings.marketplace()));
    BooksCheck check = arguments.length > 1 ? BooksCheck.ofNew(operator) : BooksCheck.of(operator);
    return check.print(true) ? 0 : 1;
  }

  private static int bench(Settings settings, String[] arguments)
      throws IOException, SQLException, InterruptedException {
    if (arguments.length > 1 && arguments[1].equals("hostile")) {
      Path jar = Project.of(settings.project()).plugin("hostile-examples");
      return new HostileBench(settings.marketplace(), plugins(settings), jar).run(1_000) ? 0 : 1;
    }
    if (arguments.length > 1) {
      throw new Refusal("Say ./halles bench, or ./halles bench hostile, not \"%s\".", arguments[1]);
    }
    new Bench(settings.marketplace(), Running.in(settings.home()).machine(settings)).run();
    return 0;
  }

  private static Path folder(String[] arguments) {
    if (arguments.length != 2) {
      throw new Refusal("Name the folder of the backup: ./halles %s FOLDER.", arguments[0]);
    }
    return Path.of(arguments[1]);
  }

  private static int number(String text) {
    if (!text.matches("[1-9]\\d{0,8}")) {
      throw new Refusal("\"%s\" is not a number of orders.", text);
    }
    return Integer.parseInt(text);
  }
}
