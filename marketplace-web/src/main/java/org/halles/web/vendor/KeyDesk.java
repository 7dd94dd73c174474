package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.halles.marketplace.identity.KeyView;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.ApiKeys;
import org.halles.marketplace.vendor.Permission;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;

/** The keys of a vendor's programs; a new one is shown once. */
@Named
@RequestScoped
public class KeyDesk {

  @Inject @Param private String cursor;
  @Inject private Desk desk;
  @Inject private ApiKeys apiKeys;
  @Inject private Say say;

  private Page<KeyView> page;
  private String label;
  private List<String> scopes = List.of();
  private String secret;

  public List<KeyView> getKeys() {
    return page().items();
  }

  public void create() {
    if (say.trying(() -> secret = apiKeys.create(desk.scope(), label, scopes))) {
      label = null;
      scopes = List.of();
    }
    page = null;
  }

  public void revoke(KeyView key) {
    if (say.trying(() -> apiKeys.revoke(desk.scope(), key.id()))) {
      say.done("keys.revoked", key.label());
    }
    page = null;
  }

  public boolean isEditable() {
    return desk.scope().may(Permission.PEOPLE_WRITE);
  }

  /** What a key can be made for. */
  public List<String> getOffered() {
    return ApiKeys.offered();
  }

  public String getNext() {
    return page().next() == null
        ? null
        : Query.of(desk.getPath() + "/api-keys").with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : desk.getPath() + "/api-keys";
  }

  private Page<KeyView> page() {
    if (page == null) {
      page = apiKeys.list(desk.scope(), Paging.of(50, cursor));
    }
    return page;
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String label) {
    this.label = label;
  }

  public List<String> getScopes() {
    return scopes;
  }

  public void setScopes(List<String> scopes) {
    this.scopes = scopes;
  }

  /** The key made just now; never again. */
  public String getSecret() {
    return secret;
  }
}
