package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.junit.jupiter.api.Test;

/** People join a vendor, work for several, and leave; somebody always owns it. */
class PeopleIT {

  private static final String INVITATIONS = "/api/v1/vendor/people/invitations";
  private static final String ME = "/api/v1/vendor/people/me";
  private static final String STALL = "papier-mimosa";

  @Test
  void whoWasAskedJoinsWorksForTheVendorAndLeaves() {
    Shop owner = Shop.asOwnerOf(STALL);
    String token = tokenFor(owner, "owner@atelier-boreal.example", "catalogue");
    Shop boreal = Shop.asOwnerOf("atelier-boreal");

    JsonNode invitation = Shop.asGuest().get("/api/v1/invitations/" + token).expect(200).json();
    assertThat(invitation.at("/vendor/slug").asText()).isEqualTo(STALL);
    Shop.asGuest().post("/api/v1/invitations/" + token + "/accept", Map.of()).expect(401);
    assertThat(Shop.asBuyer().post("/api/v1/invitations/" + token + "/accept", Map.of()).status())
        .isBetween(400, 499);
    boreal.post("/api/v1/invitations/" + token + "/accept", Map.of()).expect(200);

    Shop both = Shop.asOwnerOf("atelier-boreal");
    assertThat(both.get("/api/v1/vendor/listings").expect(400).violatedFields())
        .containsExactly("X-Vendor");
    both.with("X-Vendor", STALL).get("/api/v1/vendor/listings").expect(200);
    both.with("X-Vendor", STALL).get("/api/v1/vendor/balance").expect(403);
    assertThat(choice()).contains("/vendor/" + STALL, "/vendor/atelier-boreal");

    both.with("X-Vendor", STALL).delete(ME).expect(204);
    both.with("X-Vendor", STALL).get("/api/v1/vendor/listings").expect(404);
    both.get("/api/v1/vendor/listings").expect(200);
  }

  @Test
  void theLastOwnerStays() {
    Shop owner = Shop.asOwnerOf(STALL);

    assertThat(owner.delete(ME).expect(409).problem()).isEqualTo("last-owner");

    JsonNode me = owner.get("/api/v1/vendor/people").expect(200).json().path("members").path(0);
    String account = "/api/v1/vendor/people/" + me.path("accountId").asText();
    assertThat(owner.delete(account).expect(409).problem()).isEqualTo("last-owner");
    assertThat(owner.put(account, Map.of("role", "orders")).expect(409).problem())
        .isEqualTo("last-owner");
  }

  @Test
  void anOperatorCannotLeaveInAVendorsName() {
    Answer left = Shop.asOperator().with("X-Vendor", STALL).delete(ME).expect(403);

    assertThat(left.problem()).isEqualTo("not-in-a-vendors-name");
  }

  @Test
  void anOperatorIsAVendorForAWhileAndTheLogSaysWhy() {
    Shop operator = Shop.anew("operator@halles.example");
    String vendor =
        Shop.asGuest()
            .post(
                "/api/v1/tokens",
                Map.of("email", "owner@" + STALL + ".example", "password", "halles-demo"))
            .expect(201)
            .json()
            .at("/vendors/0/id")
            .asText();
    String viewAs = "/api/v1/operator/view-as";

    assertThat(operator.put(viewAs, Map.of("vendorId", vendor)).expect(400).violatedFields())
        .containsExactly("reason");
    assertThat(
            operator
                .put(viewAs, Map.of("vendorId", vendor, "reason", "Asked for help by phone"))
                .expect(200)
                .json()
                .path("vendor")
                .asText())
        .isEqualTo(STALL);
    operator.get("/api/v1/vendor/listings").expect(200);
    operator.get("/api/v1/operator/vendors").expect(403);
    operator.delete(viewAs).expect(204);
    operator.get("/api/v1/operator/vendors").expect(200);

    assertThat(operator.get("/api/v1/operator/audit").expect(200).body())
        .contains("sign-in-as-vendor", "Asked for help by phone");
  }

  private static String tokenFor(Shop owner, String email, String role) {
    String path =
        owner
            .post(INVITATIONS, Map.of("email", email, "role", role, "language", "fr"))
            .expect(201)
            .json()
            .path("path")
            .asText();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The page where somebody chooses among several vendors. */
  private static String choice() {
    String token =
        Shop.asGuest()
            .post(
                "/api/v1/tokens",
                Map.of("email", "owner@atelier-boreal.example", "password", "halles-demo"))
            .expect(201)
            .json()
            .path("token")
            .asText();
    return Shop.asGuest()
        .with("Cookie", "halles-session=" + token)
        .get("/vendor")
        .expect(200)
        .body();
  }
}
