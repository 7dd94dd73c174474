package org.halles.web.plugin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.plugin.NewSetup;
import org.halles.marketplace.plugin.PluginControl;
import org.halles.marketplace.plugin.PluginScope;
import org.halles.marketplace.plugin.PluginSetups;
import org.halles.marketplace.plugin.PluginView;
import org.halles.marketplace.plugin.SetupView;
import org.halles.marketplace.plugin.VendorChoice;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.vendor.Approval;
import org.halles.marketplace.vendor.VendorView;
import org.halles.web.catalogue.Branches;
import org.halles.web.ui.Functions;
import org.halles.web.ui.Language;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.halles.web.ui.Words;
import org.omnifaces.util.Faces;

/** For whom a plugin is on and how it is configured, with every version there was. */
@Named
@ViewScoped
public class SetupDesk implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private PluginControl control;
  @Inject private PluginSetups setups;
  @Inject private Approval approval;
  @Inject private Branches branches;
  @Inject private Language language;
  @Inject private Words words;
  @Inject private Say say;

  private String id;
  private String cursor;
  private SetupForm form;
  private VendorChoice choice;
  private final Map<String, String> faults = new HashMap<>();
  private transient PluginView plugin;
  private transient PluginSetups.Form shape;
  private transient Page<SetupView> held;
  private transient Page<SetupView> history;

  @PostConstruct
  void open() {
    id = Faces.getRequestParameter("plugin");
    cursor = Faces.getRequestParameter("cursor");
    choice = getShape().vendorChoice();
    form = startingPoint();
  }

  /** What holds for everybody, to be changed; or something new. */
  private SetupForm startingPoint() {
    return getHeld().stream()
        .filter(one -> one.scope() == PluginScope.PLATFORM)
        .findFirst()
        .map(one -> new SetupForm(getShape().fields(), one, language.getLocale()))
        .orElseGet(
            () -> new SetupForm(getShape().fields(), getShape().usual(), language.getLocale()));
  }

  /** The fields are filled with what holds in this scope. */
  public void edit(SetupView one) {
    faults.clear();
    form = new SetupForm(getShape().fields(), one, language.getLocale());
  }

  /** Empty fields. */
  public void startAnew() {
    faults.clear();
    form = new SetupForm(getShape().fields());
  }

  public void save() {
    Map<String, String> unread = new HashMap<>();
    NewSetup wanted = form.input(slug(form.getValue()), unread, words.get("rules.no-day"));
    boolean done =
        say.trying(
            faults,
            () -> {
              refuse(unread);
              setups.save(id, wanted);
            });
    faults.putAll(unread);
    if (done) {
      say.done("setup.saved", Functions.called(getPlugin().name(), getPlugin().names()));
      again();
    }
  }

  /** A category is chosen by the way to it. */
  private String slug(String typed) {
    return typed == null || form.getScope() != PluginScope.CATEGORY
        ? typed
        : branches.at(typed).map(CategoryView::slug).orElse(typed);
  }

  /** What the chosen scope can be narrowed to. */
  public List<String> valuesLike(String typed) {
    return switch (form.getScope()) {
      case CATEGORY -> branches.like(typed);
      case VENDOR ->
          approval.list(null, typed, Paging.of(10, null)).items().stream()
              .map(VendorView::slug)
              .toList();
      default ->
          Arrays.stream(Locale.getISOCountries())
              .filter(code -> code.startsWith(typed.strip().toUpperCase(Locale.ROOT)))
              .toList();
    };
  }

  /** What a configuration says, line by line. */
  public List<String> terms(SetupView said) {
    return said == null || said.configuration() == null
        ? List.of()
        : new Terms(words, language.getLocale(), getShape().fields()).of(said.configuration());
  }

  public List<PluginScope> getScopes() {
    return List.copyOf(getShape().scopes());
  }

  private static void refuse(Map<String, String> unread) {
    if (!unread.isEmpty()) {
      List<Violation> wrong = new ArrayList<>();
      unread.forEach((field, told) -> wrong.add(new Violation(field, told, null)));
      throw new InvalidInput(wrong);
    }
  }

  public void end(SetupView one) {
    if (say.trying(() -> setups.end(id, one.scope(), one.value()))) {
      say.done("setup.ended", Functions.called(getPlugin().name(), getPlugin().names()));
    }
    again();
  }

  public void restore(SetupView one) {
    if (say.trying(() -> setups.restore(id, one.id()))) {
      say.done("setup.restored", one.version());
    }
    again();
  }

  public void leave() {
    if (say.trying(() -> setups.leaveToVendors(id, choice))) {
      say.done("setup.saved", Functions.called(getPlugin().name(), getPlugin().names()));
    }
    again();
  }

  private void again() {
    held = null;
    history = null;
    shape = null;
    choice = getShape().vendorChoice();
    form = startingPoint();
  }

  public PluginView getPlugin() {
    if (plugin == null) {
      plugin = control.show(id);
    }
    return plugin;
  }

  public PluginSetups.Form getShape() {
    if (shape == null) {
      shape = setups.form(id);
    }
    return shape;
  }

  public List<SetupView> getHeld() {
    if (held == null) {
      held = setups.list(id, Paging.of(Paging.MOST, null));
    }
    return held.items();
  }

  public List<SetupView> getHistory() {
    return history().items();
  }

  private Page<SetupView> history() {
    if (history == null) {
      history = setups.history(id, Paging.of(null, cursor));
    }
    return history;
  }

  public String getNext() {
    String next = history().next();
    return next == null ? null : Query.of(path()).with("cursor", next).toString();
  }

  public String getFirst() {
    return cursor == null ? null : path();
  }

  private String path() {
    return "/operator/plugins/" + id;
  }

  public boolean isForVendors() {
    return getShape().scopes().contains(PluginScope.VENDOR);
  }

  public VendorChoice[] getChoices() {
    return VendorChoice.values();
  }

  public SetupForm getForm() {
    return form;
  }

  public Map<String, String> getFaults() {
    return faults;
  }

  public VendorChoice getChoice() {
    return choice;
  }

  public void setChoice(VendorChoice choice) {
    this.choice = choice;
  }
}
