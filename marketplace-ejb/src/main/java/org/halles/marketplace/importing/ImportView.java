package org.halles.marketplace.importing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An import as its vendor sees it. Articles are counted, not rows: {@code read} is the sum of what
 * became of them, once it is done.
 *
 * @param format the layout, such as {@code shopify}
 * @param charset in which the file was read
 * @param header its columns
 * @param dryRun true if nothing is written yet
 * @param rows rows read so far, without the header
 * @param pictures addresses that pictures are fetched from
 * @param picturesFetched those of which it is known what is there
 * @param cleaned true once file and rows were thrown away: it can only be looked at
 * @param articles in the file; 0 until it is read to its end
 */
public record ImportView(
    UUID id,
    String format,
    String fileName,
    long bytes,
    String charset,
    List<String> header,
    ImportSettings settings,
    boolean dryRun,
    ImportStatus status,
    ImportPhase phase,
    int rows,
    int articles,
    int created,
    int updated,
    int unchanged,
    int failed,
    Instant createdAt,
    Instant startedAt,
    Instant finishedAt,
    int pictures,
    int picturesFetched,
    boolean cleaned) {

  /** Articles of which it is known what becomes of them. */
  public int read() {
    return created + updated + unchanged + failed;
  }

  /** How far it is, in percent: reading is the first tenth. */
  public int percent() {
    if (status == ImportStatus.COMPLETED) {
      return 100;
    }
    return phase == ImportPhase.READING || articles == 0
        ? rows == 0 ? 0 : 5
        : 10 + (int) (90L * read() / articles);
  }
}
