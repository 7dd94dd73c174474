package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.importing.ImportItem;
import org.halles.marketplace.importing.ImportProblem;
import org.halles.marketplace.importing.ImportStatus;
import org.halles.marketplace.importing.ImportView;
import org.halles.marketplace.importing.Importing;
import org.halles.marketplace.importing.Outcome;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.ImportWords;
import org.halles.web.ui.Language;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;

/** One import: how far it is, what it changes line by line, what is wrong. */
@Named("importDesk")
@RequestScoped
public class ImportDesk {

  @Inject
  @Param(name = "import")
  private String wanted;

  @Inject
  @Param(name = "show")
  private String show;

  @Inject @Param private String cursor;
  @Inject private Desk desk;
  @Inject private Importing importing;
  @Inject private Language language;
  @Inject private Say say;

  private ImportView view;
  private Page<ImportItem> items;
  private Page<ImportProblem> problems;

  UUID id() {
    try {
      return UUID.fromString(String.valueOf(wanted));
    } catch (IllegalArgumentException malformed) {
      throw new NotFound("import", wanted);
    }
  }

  public ImportView getView() {
    if (view == null) {
      view = importing.get(desk.scope(), id());
    }
    return view;
  }

  /** Looks again how far it is. */
  public void look() {
    view = null;
    items = null;
    problems = null;
  }

  public boolean isAtRest() {
    return getView().status().isAtRest();
  }

  /** True if it was only tried out, and may be done now. */
  public boolean isReady() {
    return getView().status() == ImportStatus.COMPLETED && getView().dryRun();
  }

  /** True if something would change. */
  public boolean isWorthwhile() {
    return getView().created() + getView().updated() > 0;
  }

  public boolean isStopped() {
    return getView().status() == ImportStatus.STOPPED;
  }

  public void start() {
    if (say.trying(() -> importing.start(desk.scope(), id()))) {
      look();
    }
  }

  public void stop() {
    if (say.trying(() -> importing.stop(desk.scope(), id()))) {
      look();
    }
  }

  public List<Outcome> getOutcomes() {
    return List.of(Outcome.values());
  }

  public Outcome getOutcome() {
    for (Outcome outcome : Outcome.values()) {
      if (outcome.name().equals(show)) {
        return outcome;
      }
    }
    return null;
  }

  public boolean isProblemsShown() {
    return "PROBLEMS".equals(show);
  }

  /** How many articles end like this. */
  public int count(Outcome outcome) {
    return switch (outcome) {
      case CREATED -> getView().created();
      case UPDATED -> getView().updated();
      case UNCHANGED -> getView().unchanged();
      case FAILED -> getView().failed();
    };
  }

  public List<ImportItem> getItems() {
    return items().items();
  }

  public List<ImportProblem> getProblems() {
    return problems().items();
  }

  public String message(ImportProblem problem) {
    return ImportWords.in(problem, language.getTag()).message().in(language.getTag());
  }

  public String fix(ImportProblem problem) {
    return ImportWords.in(problem, language.getTag()).fix().in(language.getTag());
  }

  public String getPath() {
    return desk.getPath() + "/imports/" + id();
  }

  public String hrefOf(Object tab) {
    return Query.of(getPath()).with("show", tab).toString();
  }

  public String getNext() {
    String next = isProblemsShown() ? problems().next() : items().next();
    return next == null
        ? null
        : Query.of(getPath()).with("show", show).with("cursor", next).toString();
  }

  public String getFirst() {
    return cursor == null ? null : hrefOf(show);
  }

  private Page<ImportItem> items() {
    if (items == null) {
      items = importing.items(desk.scope(), id(), getOutcome(), Paging.of(null, cursor));
    }
    return items;
  }

  private Page<ImportProblem> problems() {
    if (problems == null) {
      String from = isProblemsShown() ? cursor : null;
      problems = importing.problems(desk.scope(), id(), Paging.of(null, from));
    }
    return problems;
  }
}
