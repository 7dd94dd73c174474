package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.moderation.ModerationQueue;

/** How much waits for moderators, for the rail; nothing for those whose business it is not. */
@Named
@RequestScoped
public class ModerationCount {

  @Inject private ModerationQueue queue;
  @Inject private CurrentCaller current;

  private ModerationQueue.Count count;

  public int getWaiting() {
    return count().waiting();
  }

  public int getLate() {
    return count().late();
  }

  public int getRisky() {
    return count().risky();
  }

  private ModerationQueue.Count count() {
    if (count == null) {
      boolean theirs = current.get().is(Role.MODERATOR) || current.get().is(Role.SUPPORT);
      count = theirs ? queue.count() : new ModerationQueue.Count(0, 0, 0);
    }
    return count;
  }
}
