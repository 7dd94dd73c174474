package org.halles.launcher;

import java.nio.file.Path;

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
      Settings settings =
          Settings.from(
              System.getenv(),
              Path.of(System.getProperty("halles.project", ".")).toAbsolutePath().normalize());
      return switch (command) {
        case "run" -> new RunCommand(settings).execute();
        case "stop" -> new StopCommand(settings).execute();
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
}
