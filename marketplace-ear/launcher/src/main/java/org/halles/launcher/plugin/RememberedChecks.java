package org.halles.launcher.plugin;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Remembers which jars a quick look found good, so that a list of many plugins does not look at
 * each again. A look is known by the content of the jar, of all that lies beside it, and of the
 * program that looked: whatever changes, it is taken anew. What was refused is always looked at
 * again, for a look may break off because the machine was short of time or memory.
 */
public final class RememberedChecks implements JarCheck {

  private static final int KEPT = 500;

  private final JarCheck check;
  private final List<Path> program;
  private final Path folder;
  private final Map<Path, String> contents = new HashMap<>();

  /**
   * @param check looks at what is not remembered
   * @param program the class path of what looks
   * @param folder where it is remembered; may be deleted at any time
   */
  public RememberedChecks(JarCheck check, String program, Path folder) {
    this.check = check;
    this.program = Stream.of(program.split(File.pathSeparator)).map(Path::of).toList();
    this.folder = folder;
  }

  @Override
  public Verdict whole(Path jar, List<Path> beside) throws IOException, InterruptedException {
    return check.whole(jar, beside);
  }

  @Override
  public Verdict quick(Path jar, List<Path> beside) throws IOException, InterruptedException {
    Path note = folder.resolve(key(jar, beside));
    if (Files.exists(note)) {
      Files.setLastModifiedTime(note, FileTime.fromMillis(System.currentTimeMillis()));
      return new Verdict(true, Files.readString(note));
    }
    Verdict verdict = check.quick(jar, beside);
    if (verdict.good()) {
      keep(note, verdict.text());
    }
    return verdict;
  }

  private void keep(Path note, String text) throws IOException {
    Files.createDirectories(folder);
    Path half = Files.createTempFile(folder, "look", ".half");
    Files.writeString(half, text);
    Files.move(half, note, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    List<Path> notes;
    try (Stream<Path> files = Files.list(folder)) {
      notes = files.sorted(Comparator.comparing(RememberedChecks::used).reversed()).toList();
    }
    for (Path old : notes.subList(Math.min(KEPT, notes.size()), notes.size())) {
      Files.deleteIfExists(old);
    }
  }

  private static long used(Path note) {
    return note.toFile().lastModified();
  }

  private String key(Path jar, List<Path> beside) throws IOException {
    List<String> all = new ArrayList<>(List.of(content(jar)));
    for (Path other : beside) {
      all.add(content(other));
    }
    // two looks differ by what lies there, not by its order
    all.subList(1, all.size()).sort(Comparator.naturalOrder());
    for (Path part : program) {
      all.add(content(part));
    }
    MessageDigest digest = sha256();
    digest.update(String.join("\n", all).getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The sum of a file, or of all files of a folder; read once. */
  private String content(Path place) throws IOException {
    String known = contents.get(place);
    if (known == null) {
      MessageDigest digest = sha256();
      try (Stream<Path> files = Files.walk(place)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          read(file, digest);
        }
      }
      known = HexFormat.of().formatHex(digest.digest());
      contents.put(place, known);
    }
    return known;
  }

  private static void read(Path file, MessageDigest digest) throws IOException {
    try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
