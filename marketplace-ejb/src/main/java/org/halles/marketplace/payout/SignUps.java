package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.PaymentGateway;

/**
 * Vendors sign up with gateways that pay only those they know. The gateway asks for what the law
 * demands on its own pages; what is kept here is only whether it would pay.
 */
@ApplicationScoped
public class SignUps {

  private Payments payments;
  private Payees payees;
  private CurrentCaller caller;

  protected SignUps() {}

  @Inject
  SignUps(Payments payments, Payees payees, CurrentCaller caller) {
    this.payments = payments;
    this.payees = payees;
    this.caller = caller;
  }

  /**
   * Where a vendor stands with one gateway.
   *
   * @param state {@code NONE}, {@code BEGUN} or {@code READY}
   */
  public record SignUp(String gateway, String state) {}

  /** Where to go on. */
  public record Continue(String url) {}

  /** The gateways that want a sign-up; those begun are asked how they stand. */
  @Needs(Permission.MONEY_READ)
  @Allowed(Role.SIGNED_IN)
  public List<SignUp> of(VendorScope vendor) {
    List<String> gateways = payments.gatewaysToSignUpWith();
    Set<String> begun = gateways.isEmpty() ? Set.of() : payees.begun(vendor.vendorId());
    return gateways.stream()
        .map(
            gateway ->
                begun.contains(gateway) ? asked(vendor, gateway) : new SignUp(gateway, "NONE"))
        .toList();
  }

  /**
   * Goes on signing up at the gateway.
   *
   * @param returnPath where the vendor comes back to, a path of this host
   * @return where the gateway takes over; the return path if there is nothing left to do
   * @throws NotFound if no such gateway wants a sign-up
   */
  @Needs(Permission.MONEY_WRITE)
  @Allowed(Role.SIGNED_IN)
  public Continue begin(VendorScope vendor, String gateway, String returnPath) {
    if (!payments.gatewaysToSignUpWith().contains(gateway)) {
      throw new NotFound("payment gateway", gateway);
    }
    payees.remember(vendor.vendorId(), gateway, false);
    PaymentGateway.Payee payee = payments.payee(gateway, request(vendor, returnPath));
    payees.remember(vendor.vendorId(), gateway, payee.canBePaid());
    return new Continue(payee.signUp().orElse(returnPath));
  }

  private SignUp asked(VendorScope vendor, String gateway) {
    boolean ready = payments.payee(gateway, request(vendor, null)).canBePaid();
    payees.remember(vendor.vendorId(), gateway, ready);
    return new SignUp(gateway, ready ? "READY" : "BEGUN");
  }

  private PaymentGateway.PayeeRequest request(VendorScope vendor, String returnPath) {
    String email =
        Optional.of(caller.get().label()).filter(label -> label.contains("@")).orElse(null);
    return new PaymentGateway.PayeeRequest(
        vendor.vendorId().toString(), payees.countryOf(vendor.vendorId()), email, returnPath);
  }
}
