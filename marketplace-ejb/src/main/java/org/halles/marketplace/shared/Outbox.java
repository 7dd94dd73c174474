package org.halles.marketplace.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * Where events wait for delivery. Adding one is part of the caller's transaction: if that rolls
 * back, the event never happened.
 */
@ApplicationScoped
public class Outbox {

  static final Rows.Shape SHAPE =
      Rows.Shape.of(
          "outbox",
          "id=nextval('outbox_seq')",
          "topic text",
          "payload jsonb",
          "created_at timestamptz",
          "due_at timestamptz");

  private Database database;
  private AfterCommit afterCommit;
  private OutboxWorker worker;

  protected Outbox() {}

  @Inject
  public Outbox(Database database, AfterCommit afterCommit, OutboxWorker worker) {
    this.database = database;
    this.afterCommit = afterCommit;
    this.worker = worker;
  }

  /** Writes the events by one statement and wakes the worker after the commit. */
  public void add(DomainEvent... events) {
    Rows rows = new Rows(SHAPE);
    for (DomainEvent event : events) {
      rows.add(event.getClass().getSimpleName(), Json.write(event), event.at(), event.at());
    }
    rows.insertWith(database);
    afterCommit.run(worker::wake);
  }

  /** Writes an event that is delivered only then. */
  public void addFor(Instant due, DomainEvent event) {
    new Rows(SHAPE)
        .add(event.getClass().getSimpleName(), Json.write(event), event.at(), due)
        .insertWith(database);
  }
}
