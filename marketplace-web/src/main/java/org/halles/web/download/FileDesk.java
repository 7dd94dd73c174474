package org.halles.web.download;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.catalog.DraftContent;
import org.halles.marketplace.download.SoldFile;
import org.halles.marketplace.download.SoldFiles;
import org.halles.web.listing.ListingEditor;
import org.halles.web.ui.Labels;
import org.halles.web.ui.Language;
import org.halles.web.ui.Say;
import org.halles.web.vendor.Desk;
import org.primefaces.event.FileUploadEvent;

/** The files behind the variants of a listing that is being typed. */
@Named
@RequestScoped
public class FileDesk {

  /** A variant and its file. */
  public static class Entry {

    private final int place;
    private final String sku;
    private final String label;
    private final SoldFile file;
    private final String size;
    private Integer mostDownloads;
    private Integer days;

    Entry(int place, String sku, String label, SoldFile file, String size) {
      this.place = place;
      this.sku = sku;
      this.label = label;
      this.file = file;
      this.size = size;
      this.mostDownloads = file == null ? null : file.mostDownloads();
      this.days = file == null ? null : file.days();
    }

    /** Which of the variants that are typed it is, from zero. */
    public int getPlace() {
      return place;
    }

    public String getSku() {
      return sku;
    }

    public String getLabel() {
      return label;
    }

    /** Null as long as none was handed in. */
    public SoldFile getFile() {
      return file;
    }

    public String getSize() {
      return size;
    }

    public Integer getMostDownloads() {
      return mostDownloads;
    }

    public void setMostDownloads(Integer mostDownloads) {
      this.mostDownloads = mostDownloads;
    }

    public Integer getDays() {
      return days;
    }

    public void setDays(Integer days) {
      this.days = days;
    }
  }

  @Inject private SoldFiles files;
  @Inject private ListingEditor editor;
  @Inject private Desk desk;
  @Inject private Labels labels;
  @Inject private Language language;
  @Inject private Say say;
  private List<Entry> entries;

  /** True if the listing that was kept is a download. */
  public boolean isAsked() {
    return editor.getDraft().content().kind().equals("digital");
  }

  /** A row for each variant that has a number. */
  public List<Entry> getEntries() {
    if (entries == null) {
      List<DraftContent.Variant> typed = editor.getDraft().content().variants();
      List<DraftContent.Variant> numbered =
          typed.stream()
              .filter(variant -> variant.sku() != null && !variant.sku().isBlank())
              .toList();
      Map<String, SoldFile> known = new HashMap<>();
      files
          .of(desk.scope(), numbered.stream().map(DraftContent.Variant::sku).toList())
          .forEach(file -> known.put(file.sku(), file));
      entries = new ArrayList<>();
      numbered.forEach(
          variant -> entries.add(entry(typed.indexOf(variant), variant, known.get(variant.sku()))));
    }
    return entries;
  }

  private Entry entry(int place, DraftContent.Variant variant, SoldFile file) {
    String options = labels.values(variant.options(), " · ");
    String size = file == null ? null : FileSizes.text(file.bytes(), language.getLocale());
    return new Entry(place, variant.sku(), options.isEmpty() ? variant.sku() : options, file, size);
  }

  /** A file came in for the variant that the upload names. */
  public void uploaded(FileUploadEvent event) throws IOException {
    String sku = (String) event.getComponent().getAttributes().get("sku");
    try (InputStream content = event.getFile().getInputStream()) {
      byte[] bytes = content.readAllBytes();
      if (say.trying(() -> files.put(desk.scope(), sku, event.getFile().getFileName(), bytes))) {
        say.done("goods.file.kept", event.getFile().getFileName());
      }
    }
    entries = null;
  }

  /** Keeps the limits of all of them. */
  public void limit() {
    boolean kept =
        say.trying(
            () ->
                getEntries().stream()
                    .filter(entry -> entry.getFile() != null)
                    .forEach(
                        entry ->
                            files.limit(
                                desk.scope(),
                                entry.getSku(),
                                entry.getMostDownloads(),
                                entry.getDays())));
    if (kept) {
      say.done("goods.file.limited");
      entries = null;
    }
  }

  public void remove(String sku) {
    say.trying(() -> files.remove(desk.scope(), sku));
    entries = null;
  }
}
