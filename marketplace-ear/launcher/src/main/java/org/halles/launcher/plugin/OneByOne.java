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

  private Optional<String> change(Node node, Path ear) throws IOException, InterruptedException {
    front.leave(node.name());
    try {
      Optional<String> fault = node.exchange().to(ear).rolledBackFor();
      if (fault.isEmpty()) {
        System.out.println(node.name() + " is changed.");
      }
      return fault;
    } finally {
      front.comeBack(node.name());
    }
  }

  private void goBack(List<Node> changed, Path before) throws IOException, InterruptedException {
    for (Node node : changed) {
      change(node, before)
          .ifPresent(
              fault -> {
                throw new Refusal("%s starts neither with the new nor the old: %s", node, fault);
              });
    }
  }
}
