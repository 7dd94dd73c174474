package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.vendor.VendorView;
import org.halles.marketplace.vendor.ViewAs;
import org.halles.web.security.SessionCookie;
import org.halles.web.ui.Say;
import org.omnifaces.util.Faces;

/** An operator sees the portal as a vendor for a while. */
@Named
@RequestScoped
public class ActingDesk {

  @Inject private ViewAs viewAs;
  @Inject private CurrentCaller current;
  @Inject private HttpServletRequest request;
  @Inject private Say say;

  private String vendorId;
  private String name;
  private String reason;

  /** Asks why before it begins. */
  public void ask(VendorView vendor) {
    vendorId = vendor.id().toString();
    name = vendor.name();
  }

  public void begin() {
    say.trying(
        () ->
            Faces.redirect(
                "/vendor/%s", viewAs.begin(session(), UUID.fromString(vendorId), reason)));
  }

  /** Back to the console. */
  public void end() {
    viewAs.end(session());
    Faces.redirect("/operator/vendors");
  }

  private String session() {
    return SessionCookie.read(request).orElse("");
  }

  /** True while the person is an operator in a vendor's name. */
  public boolean isActing() {
    return current.get().acting();
  }

  /** Who it really is. */
  public String getOperator() {
    Caller caller = current.get();
    return caller.label();
  }

  public String getVendorId() {
    return vendorId;
  }

  public void setVendorId(String vendorId) {
    this.vendorId = vendorId;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
