package org.halles.marketplace.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Texts;

/**
 * Whose turn it is: a few imports at a time, one of a vendor. What a server was working on when it
 * died is taken over: by itself as soon as it is back, by another one after a silence.
 */
@ApplicationScoped
class Turns {

  private static final Duration SILENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final int AT_ONCE = 2;
  private static final int ATTEMPTS = 5;

  /** An import to be worked on, and the job that began it, if one did. */
  record Turn(UUID id, Long executionId) {}

  private final UUID boot = UUID.randomUUID();
  private final String node = Optional.ofNullable(System.getenv("HALLES_NODE")).orElse("halles1");

  private Database database;
  private Staging staging;
  private Clock clock;

  protected Turns() {}

  @Inject
  Turns(Database database, Staging staging, Clock clock) {
    this.database = database;
    this.staging = staging;
    this.clock = clock;
  }

  /** Queues again what a server left behind. */
  @Transactional
  public void takeOver() {
    database.update(
        """
        update import_run
           set status = case status when 'STOPPING' then 'STOPPED' else 'QUEUED' end
         where status in ('RUNNING', 'STOPPING') and boot_id is distinct from ?
           and (node = ? or touched_at < ?)
        """,
        boot,
        node,
        clock.instant().minus(SILENCE));
  }

  /** Takes the next turn, if there is one. */
  @Transactional
  public Optional<Turn> next() {
    int running =
        database
            .find(
                "select count(*) as n from import_run where status in ('RUNNING', 'STOPPING') and boot_id = ?",
                row -> row.integer("n"),
                boot)
            .orElse(0);
    return running >= AT_ONCE ? Optional.empty() : take();
  }

  private Optional<Turn> take() {
    return database.find(
        """
        update import_run set status = 'RUNNING', boot_id = ?, node = ?, touched_at = ?,
          started_at = coalesce(started_at, ?)
         where id = (
           select q.id from import_run q
            where q.status = 'QUEUED' and (q.attempts = 0 or q.touched_at < ?)
              and not exists (select 1 from import_run r
                where r.vendor_id = q.vendor_id and r.status in ('RUNNING', 'STOPPING'))
            order by q.created_at limit 1 for update skip locked)
        returning id, execution_id
        """,
        row -> new Turn(row.uuid("id"), row.wholeOrNull("execution_id")),
        boot,
        node,
        clock.instant(),
        clock.instant(),
        clock.instant().minus(PAUSE));
  }

  @Transactional
  public void begun(UUID id, long executionId) {
    database.update("update import_run set execution_id = ? where id = ?", executionId, id);
  }

  /** What this server works on, with the jobs of which it is written down that they do. */
  @Transactional
  public List<Turn> running(ImportStatus status) {
    return database.list(
        """
        select id, execution_id from import_run
         where status = ? and boot_id = ?
        """,
        row -> new Turn(row.uuid("id"), row.wholeOrNull("execution_id")),
        status,
        boot);
  }

  /** Something failed that has nothing to do with the file: again, but not for ever. */
  @Transactional
  public void tryAgain(UUID id) {
    database.update(
        """
        update import_run set status = 'QUEUED', attempts = attempts + 1, touched_at = ?
         where id = ? and status = 'RUNNING'
        """,
        clock.instant(),
        id);
    int givenUp =
        database.update(
            """
            update import_run set status = 'FAILED', finished_at = ?
             where id = ? and status = 'QUEUED' and attempts >= ?
            """,
            clock.instant(),
            id,
            ATTEMPTS);
    if (givenUp == 1) {
      staging.problems(id, null, List.of(givenUp()));
    }
  }

  private static ImportProblem givenUp() {
    return new ImportProblem(
        true,
        null,
        "",
        null,
        Texts.of(
            "l’import s’est interrompu plusieurs fois pour une raison qui ne tient pas au fichier",
            "the import broke off several times, for a reason that is not in the file"),
        Texts.of(
            "relancez-le plus tard : ce qui est fait reste fait",
            "start it again later: what is done stays done"));
  }
}
