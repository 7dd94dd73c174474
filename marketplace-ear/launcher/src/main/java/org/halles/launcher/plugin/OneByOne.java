package org.halles.launcher.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halles.launcher.Refusal;
import org.halles.launcher.front.FrontConsole;

/**
 * Changes several nodes one after the other. The front leads nobody to the one that is changed, so
 * buyers notice nothing. If one does not start with the new marketplace, those before it go back as
 * well: all nodes always serve the same in the end.
 */
public final class OneByOne implements Change {

  /**
   * A node to be changed.
   *
   * @param name as the front knows it
   * @param marketplace what it serves now
   * @param exchange changes it
   */
  public record Node(String name, Path marketplace, Exchange exchange) {}

  private final FrontConsole front;
  private final List<Node> nodes;

  /** Behind this front. */
  public OneByOne(FrontConsole front, List<Node> nodes) {
    this.front = front;
    this.nodes = List.copyOf(nodes);
  }

  @Override
  public Outcome to(Path ear) throws IOException, InterruptedException {
    Path before =
        Files.copy(
            nodes.get(0).marketplace(),
            ear.resolveSibling("halles-all-before.ear"),
            StandardCopyOption.REPLACE_EXISTING);
    List<Node> changed = new ArrayList<>();
    try {
      for (Node node : nodes) {
        Optional<String> fault = change(node, ear);
        if (fault.isPresent()) {
          goBack(changed, before);
          return new Outcome(Duration.ZERO, fault);
        }
        changed.add(node);
      }
      return new Outcome(Duration.ZERO, Optional.empty());
    } finally {
      Files.deleteIfExists(before);
    }
  }

  /** Why it could not be changed, or empty. A node that was killed is no reason to go on. */
  private Optional<String> change(Node node, Path ear) throws InterruptedException {
    try {
      front.leave(node.name());
    } catch (Refusal | IOException alone) {
      return Optional.of(alone.getMessage());
    }
    Optional<String> fault = exchanged(node, ear);
    Optional<String> away = cameBack(node);
    if (fault.isEmpty() && away.isEmpty()) {
      System.out.println(node.name() + " is changed.");
    }
    return fault.isPresent() ? fault : away;
  }

  private static Optional<String> exchanged(Node node, Path ear) throws InterruptedException {
    try {
      return node.exchange().to(ear).rolledBackFor();
    } catch (Refusal | IOException away) {
      return Optional.of(node.name() + ": " + away.getMessage());
    }
  }

  private Optional<String> cameBack(Node node) throws InterruptedException {
    try {
      front.comeBack(node.name());
      return Optional.empty();
    } catch (Refusal | IOException away) {
      return Optional.of(away.getMessage());
    }
  }

  /** One that was killed meanwhile starts with what it had by itself; the others are put back. */
  private void goBack(List<Node> changed, Path before) throws InterruptedException {
    for (Node node : changed) {
      change(node, before)
          .ifPresent(
              fault ->
                  System.out.printf(
                      "%s could not be put back now (%s); it starts anew with what it had.%n",
                      node.name(), fault));
    }
  }
}
