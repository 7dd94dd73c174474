package org.halles.web.catalogue;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.halles.marketplace.catalog.TaxonomyImport;
import org.halles.marketplace.catalog.TaxonomyReport;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Say;
import org.halles.web.ui.Words;
import org.primefaces.model.file.UploadedFile;

/** The operator takes a taxonomy in: first what would change, then the change itself. */
@Named
@ViewScoped
public class TaxonomyDesk implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final long LARGEST = 10_000_000;

  @Inject private TaxonomyImport taxonomy;
  @Inject private Say say;
  @Inject private Words words;

  private transient UploadedFile french;
  private transient UploadedFile english;
  private final Map<String, String> files = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private TaxonomyReport report;

  /** Reads the files and says what they would change. */
  public void rehearse() {
    report = null;
    if (take("en", english) && take("fr", french)) {
      if (files.isEmpty()) {
        say.wrong("taxonomy.no-file");
      } else {
        say.trying(() -> report = taxonomy.run(files, true));
      }
    }
  }

  /** What is wrong with a line, in the reader’s language. */
  public String told(TaxonomyReport.Fault fault) {
    return FieldErrors.told(fault.message(), words);
  }

  /** A file that is not given again stays the one from before. */
  private boolean take(String language, UploadedFile file) {
    if (file == null || file.getSize() == 0) {
      return true;
    }
    if (file.getSize() > LARGEST) {
      say.wrong("taxonomy.too-large", file.getFileName());
      return false;
    }
    try {
      files.put(language, text(file));
      names.put(language, file.getFileName());
      return true;
    } catch (CharacterCodingException notUtf8) {
      say.wrong("taxonomy.not-utf8", file.getFileName());
      return false;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String text(UploadedFile file) throws IOException {
    String text =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.getContent())).toString();
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /** Does what was shown. */
  public void apply() {
    if (say.trying(() -> report = taxonomy.run(files, false)) && report.applied()) {
      say.done("taxonomy.applied");
      files.clear();
      names.clear();
    }
  }

  /** True if what was shown can be done. */
  public boolean isReady() {
    return report != null
        && !report.applied()
        && report.errors().isEmpty()
        && report.added() + report.renamed() + report.moved() > 0;
  }

  public TaxonomyReport getReport() {
    return report;
  }

  public Map<String, String> getNames() {
    return names;
  }

  public UploadedFile getFrench() {
    return french;
  }

  public void setFrench(UploadedFile french) {
    this.french = french;
  }

  public UploadedFile getEnglish() {
    return english;
  }

  public void setEnglish(UploadedFile english) {
    this.english = english;
  }
}
