package org.halles.marketplace.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.halles.marketplace.identity.AccountView;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.PasswordReset;
import org.halles.marketplace.shared.DomainEvent.MemberInvited;
import org.halles.marketplace.shared.DomainEvent.PasswordForgotten;

/** Whoever is asked to join a vendor, or forgot a password, gets the link that lets them in. */
@ApplicationScoped
class PeopleLetters {

  private Post post;
  private PasswordReset resets;
  private SealedFacts sealedFacts;
  private CurrentCaller caller;

  protected PeopleLetters() {}

  @Inject
  PeopleLetters(Post post, PasswordReset resets, SealedFacts sealedFacts, CurrentCaller caller) {
    this.post = post;
    this.resets = resets;
    this.sealedFacts = sealedFacts;
    this.caller = caller;
  }

  void on(@Observes MemberInvited invited) {
    Reader reader = new Reader(invited.email(), "", invited.language());
    post.send(
        Letter.of("member-invited", invited.invitationId(), reader, invited.at())
            .with("vendor", invited.vendorName())
            .with("role", role(invited.role(), invited.language()))
            .with("link", Links.page(invited.language(), invited.path())));
  }

  /** The secret is made here, so that it lies in no event. */
  void on(@Observes PasswordForgotten forgotten) {
    caller.run(
        Caller.SYSTEM,
        () -> resets.open(forgotten.email()).ifPresent(link -> send(forgotten, link)));
  }

  private void send(PasswordForgotten forgotten, PasswordReset.Link link) {
    AccountView who = link.account();
    Letter letter =
        Letter.of(
                "password-forgotten",
                forgotten.askId(),
                new Reader(who.email(), who.name(), who.language()),
                forgotten.at())
            .with("page", Links.page(who.language(), "/new-password/"));
    post.send(sealedFacts.with(letter, "secret", link.secret()));
  }

  private static String role(String role, String language) {
    boolean french = language.equals("fr");
    return switch (role) {
      case "OWNER" -> french ? "propriétaire" : "owner";
      case "MANAGER" -> french ? "gérant" : "manager";
      case "CATALOGUE" -> french ? "responsable du catalogue" : "catalogue";
      case "ORDERS" -> french ? "responsable des commandes" : "orders";
      default -> french ? "responsable des finances" : "finance";
    };
  }
}
