package org.halles.marketplace.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.halles.marketplace.shared.DomainEvent.MemberInvited;

/** Whoever is asked to join a vendor gets the link that lets them in. */
@ApplicationScoped
class PeopleLetters {

  private Post post;

  protected PeopleLetters() {}

  @Inject
  PeopleLetters(Post post) {
    this.post = post;
  }

  void on(@Observes MemberInvited invited) {
    Reader reader = new Reader(invited.email(), "", invited.language());
    post.send(
        Letter.of("member-invited", invited.invitationId(), reader, invited.at())
            .with("vendor", invited.vendorName())
            .with("role", role(invited.role(), invited.language()))
            .with("link", Links.page(invited.language(), invited.path())));
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
