package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.StorefrontEditing;
import org.halles.marketplace.vendor.StorefrontInput;
import org.halles.marketplace.vendor.StorefrontView;
import org.halles.web.ui.Say;

/** The vendor's face: its name, its words in both languages, and the colour of its awning. */
@Named
@RequestScoped
public class StorefrontDesk {

  @Inject private Desk desk;
  @Inject private StorefrontEditing editing;
  @Inject private Say say;

  private StorefrontView storefront;
  private String name;
  private String accent;
  private final Map<String, String> tagline = new LinkedHashMap<>();
  private final Map<String, String> story = new LinkedHashMap<>();
  private Integer version;

  private StorefrontView read() {
    if (storefront == null) {
      storefront = editing.view(desk.scope());
      name = storefront.name();
      accent = storefront.accent();
      version = storefront.version();
      tagline.putAll(storefront.tagline().byLanguage());
      story.putAll(storefront.story().byLanguage());
    }
    return storefront;
  }

  /** Keeps what was typed; what this page does not show stays as it was. */
  public void save() {
    StorefrontView before = read();
    StorefrontInput input =
        new StorefrontInput(
            name,
            words(tagline),
            words(story),
            before.policies(),
            before.trader(),
            accent,
            before.logoMedia(),
            before.bannerMedia());
    if (say.trying(() -> version = editing.edit(desk.scope(), version, input).version())) {
      say.done("vendor.storefront.saved");
    }
  }

  private static Texts words(Map<String, String> typed) {
    Map<String, String> words = new LinkedHashMap<>(typed);
    words.values().removeIf(text -> text == null || text.isBlank());
    return new Texts(words);
  }

  public StorefrontView getStorefront() {
    return read();
  }

  public String getName() {
    read();
    return name;
  }

  public void setName(String name) {
    read();
    this.name = name;
  }

  public String getAccent() {
    read();
    return accent;
  }

  public void setAccent(String accent) {
    read();
    this.accent = accent;
  }

  public Map<String, String> getTagline() {
    read();
    return tagline;
  }

  public Map<String, String> getStory() {
    read();
    return story;
  }

  public Integer getVersion() {
    read();
    return version;
  }

  public void setVersion(Integer version) {
    read();
    this.version = version;
  }
}
