package org.halles.marketplace.shared;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Gives each migration the time it needs: it may rewrite a table that has grown for years. */
final class PatientMigrations extends BaseCallback {

  private int usual;

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE;
  }

  @Override
  public void handle(Event event, Context context) {
    try {
      if (event == Event.BEFORE_EACH_MIGRATE) {
        usual = Patience.begin(context.getConnection());
      } else {
        Patience.end(context.getConnection(), usual);
      }
    } catch (SQLException broken) {
      throw new FlywayException("the connection for migrations broke", broken);
    }
  }
}
