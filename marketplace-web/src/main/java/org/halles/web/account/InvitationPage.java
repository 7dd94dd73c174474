package org.halles.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.vendor.InvitationView;
import org.halles.marketplace.vendor.Invitations;
import org.halles.web.ui.Language;
import org.halles.web.ui.Words;

/** Somebody answers an invitation to join a vendor. */
@Named
@RequestScoped
public class InvitationPage {

  private Invitations invitations;
  private CurrentCaller current;
  private HttpServletRequest request;
  private Language language;
  private Words words;
  private InvitationView invitation;
  private String trouble;

  protected InvitationPage() {}

  @Inject
  InvitationPage(
      Invitations invitations,
      CurrentCaller current,
      HttpServletRequest request,
      Language language,
      Words words) {
    this.invitations = invitations;
    this.current = current;
    this.request = request;
    this.language = language;
    this.words = words;
  }

  /** Shows what it is about; joins if the form was sent. */
  public void open() throws IOException {
    String token = request.getParameter("token");
    if (request.getMethod().equals("POST")) {
      try {
        String slug = invitations.accept(token).slug();
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().redirect("/vendor/" + slug);
        faces.responseComplete();
        return;
      } catch (Refusal refused) {
        trouble = words.orElse("refusal." + refused.code(), refused.getMessage());
      }
    }
    invitation = invitations.find(token).orElse(null);
  }

  /** What it is about, or null if it no longer works. */
  public InvitationView getInvitation() {
    return invitation;
  }

  public boolean isSignedIn() {
    return current.get().accountId() != null;
  }

  /** True if the person is signed in with the invited address. */
  public boolean isMine() {
    return invitation.email().equalsIgnoreCase(current.get().label());
  }

  /** This page, to come back to. */
  public String getPath() {
    return language.getPath() + "/invitations/" + request.getParameter("token");
  }

  /** Back to this page after signing in. */
  public String getNextQuery() {
    return Entrance.nextQuery(getPath());
  }

  /** The invited address, so that the next form has it already. */
  public String getEmailQuery() {
    return "&email=" + URLEncoder.encode(invitation.email(), StandardCharsets.UTF_8);
  }

  /** Why it did not work, or null. */
  public String getTrouble() {
    return trouble;
  }
}
