package org.halles.plugincheck;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.halles.spi.PluginDescriptor;
import org.halles.spi.VersionRange;
import org.halles.spi.VersionRange.Version;

/**
 * Whether a jar works with the oldest version of the SPI it promises: with that, a type or a method
 * that came later would be missing where nobody looks before it is called.
 */
final class SpiUse {

  private static final Pattern IN_DESCRIPTORS = Pattern.compile("Lorg/halles/spi/([\\w$/]+)");
  private static final int NAMED = 5;

  private final Map<String, ClassFile> classes;
  private final VersionRange promised;
  private final Report report;
  private final SpiHistory history = SpiHistory.read();
  private final Map<String, Later> later = new TreeMap<>();
  private final Map<String, String> gone = new TreeMap<>();

  /** Something that is newer than what was promised, and the first class that uses it. */
  private record Later(Version since, String user) {}

  /**
   * @param classes of the jar, by name
   * @param promised what its descriptor says
   */
  SpiUse(Map<String, ClassFile> classes, VersionRange promised, Report report) {
    this.classes = classes;
    this.promised = promised;
    this.report = report;
  }

  void check() {
    classes.forEach(
        (name, file) -> {
          typesOf(file).forEach(type -> type(type, name));
          file.members().forEach(member -> declaration(member).ifPresent(m -> uses(m, name)));
          file.parents().stream()
              .filter(SpiTypes::isSpi)
              .flatMap(parent -> SpiTypes.find(parent).stream())
              .flatMap(parent -> SpiTypes.duties(parent).stream())
              .forEach(duty -> uses(duty, name));
        });
    tellLater();
    gone.forEach(
        (what, user) ->
            report.fault(
                "%s uses %s, which SPI %s does not have: compile it against this SPI",
                user, what, PluginDescriptor.SPI_VERSION));
  }

  private static Set<String> typesOf(ClassFile file) {
    Set<String> types = new HashSet<>(file.classes());
    types.removeIf(type -> !SpiTypes.isSpi(type));
    for (String text : file.names()) {
      IN_DESCRIPTORS
          .matcher(text)
          .results()
          .forEach(found -> types.add("org.halles.spi." + found.group(1).replace('/', '.')));
    }
    return types;
  }

  private void type(String type, String user) {
    if (SpiTypes.find(type).isEmpty()) {
      gone.putIfAbsent(inWords(type), user);
    } else {
      uses(inWords(type), history.of(type), user);
    }
  }

  /** Who declares it: what is asked of a class of the jar may come from the SPI above it. */
  private Optional<Member> declaration(Member asked) {
    ClassFile own = classes.get(asked.owner());
    if (own == null) {
      return SpiTypes.isSpi(asked.owner())
          ? Optional.of(SpiTypes.declaration(asked).orElse(asked))
          : Optional.empty();
    }
    if (own.own().contains(asked.signature())) {
      return Optional.empty();
    }
    return own.parents().stream()
        .map(parent -> new Member(parent, asked.signature()))
        .filter(above -> classes.containsKey(above.owner()) || isDeclared(above))
        .flatMap(above -> declaration(above).stream())
        .findFirst();
  }

  private static boolean isDeclared(Member member) {
    return SpiTypes.isSpi(member.owner()) && SpiTypes.declaration(member).isPresent();
  }

  private void uses(Member member, String user) {
    if (!SpiTypes.isSpi(member.owner()) || SpiTypes.find(member.owner()).isEmpty()) {
      return;
    }
    if (SpiTypes.declaration(member).isEmpty()) {
      gone.putIfAbsent(member.inWords(), user);
    } else if (history.of(member).compareTo(history.of(member.owner())) > 0) {
      uses(member.inWords(), history.of(member), user);
    }
  }

  private void uses(String what, Version since, String user) {
    if (since.compareTo(promised.from()) > 0) {
      later.putIfAbsent(what, new Later(since, user));
    }
  }

  private void tellLater() {
    if (later.isEmpty()) {
      return;
    }
    Version needed =
        later.values().stream().map(Later::since).max(Version::compareTo).orElseThrow();
    List<String> named = new ArrayList<>();
    later.forEach(
        (what, use) -> named.add("%s (SPI %s, in %s)".formatted(what, use.since(), use.user())));
    report.fault(
        "it says that it works from SPI %s on, but uses what came later: %s%s. Write spi=%s in %s,"
            + " or do without it",
        promised.from(),
        String.join(", ", named.subList(0, Math.min(NAMED, named.size()))),
        named.size() > NAMED ? " and %d more".formatted(named.size() - NAMED) : "",
        from(needed),
        PluginDescriptor.RESOURCE);
  }

  private String from(Version needed) {
    boolean usual = promised.below().equals(new Version(promised.from().major() + 1, 0, 0));
    return usual ? needed.toString() : "[%s,%s)".formatted(needed, promised.below());
  }

  private static String inWords(String type) {
    return type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
  }
}
