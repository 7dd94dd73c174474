package org.halles.marketplace.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a class says in the log as a warning or worse, while this is open. */
public final class Warnings extends Handler implements AutoCloseable {

  private final Logger logger;
  private final List<String> told = new CopyOnWriteArrayList<>();

  private Warnings(Logger logger) {
    this.logger = logger;
    logger.addHandler(this);
  }

  /** Listens from now on. */
  public static Warnings of(String logger) {
    return new Warnings(Logger.getLogger(logger));
  }

  /** Those that name something, in the order they were said. */
  public List<String> naming(String what) {
    return told.stream().filter(one -> one.contains(what)).toList();
  }

  @Override
  public void publish(LogRecord said) {
    if (said.getLevel().intValue() >= Level.WARNING.intValue()) {
      Object[] given = said.getParameters();
      told.add(
          given == null || given.length == 0
              ? said.getMessage()
              : said.getMessage().contains("%")
                  ? said.getMessage().formatted(given)
                  : java.text.MessageFormat.format(said.getMessage(), given));
    }
  }

  @Override
  public void flush() {
    // nothing is kept back
  }

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
