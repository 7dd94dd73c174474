package org.halles.marketplace.importing;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.halles.marketplace.plugin.FormatDoor;
import org.halles.marketplace.plugin.FormatFailed;

/** The rows of the file that are not staged yet. */
@Dependent
@Named
class FileRows extends AbstractItemReader {

  @Inject
  @BatchProperty(name = "import")
  private String id;

  @Inject private Staging staging;
  @Inject private UploadFolder folder;
  @Inject private Layouts layouts;
  @Inject private Endings endings;

  private FileReading reading;

  @Override
  public void open(Serializable checkpoint) throws Exception {
    UUID run = UUID.fromString(id);
    Task task = staging.task(run);
    endings.entered(run, ImportPhase.READING);
    if (task.rowsDone()) {
      return;
    }
    try {
      FormatDoor format =
          layouts.find(task.format()).orElseThrow(() -> BrokenTable.plugin(task.format()));
      reading = FileReading.open(folder.fileOf(run), task, format);
    } catch (BrokenTable | FormatFailed broken) {
      throw ended(run, broken);
    }
  }

  @Override
  public Object readItem() throws Exception {
    if (reading == null) {
      return null;
    }
    try {
      return reading.next().orElse(null);
    } catch (BrokenTable | FormatFailed broken) {
      throw ended(UUID.fromString(id), broken);
    }
  }

  private RuntimeException ended(UUID run, RuntimeException broken) {
    BrokenTable table =
        broken instanceof BrokenTable known
            ? known
            : BrokenTable.plugin(String.valueOf(((FormatFailed) broken).facts().get("format")));
    endings.unreadable(run, table.problem());
    return table;
  }

  @Override
  public void close() throws Exception {
    if (reading != null) {
      reading.close();
    }
  }
}
