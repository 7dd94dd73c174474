package org.halles.web.account;

import io.nayuki.qrcodegen.QrCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.identity.Accounts;
import org.halles.marketplace.identity.SecondFactor;
import org.halles.marketplace.identity.SecondFactorSetup;
import org.halles.marketplace.identity.TooManyAttempts;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Words;

/** Turns the second step of signing in on and off. */
@Named
@RequestScoped
public class SecondFactorPage {

  /** Light around the code, in modules: telephones need it. */
  private static final int MARGIN = 3;

  private SecondFactor secondFactor;
  private Accounts accounts;
  private HttpServletRequest request;
  private Words words;
  private SecondFactorSetup setup;
  private List<String> recoveryCodes = List.of();
  private Map<String, String> errors = Map.of();
  private String trouble;
  private boolean turnedOff;

  protected SecondFactorPage() {}

  @Inject
  SecondFactorPage(
      SecondFactor secondFactor, Accounts accounts, HttpServletRequest request, Words words) {
    this.secondFactor = secondFactor;
    this.accounts = accounts;
    this.request = request;
    this.words = words;
  }

  /** Does what a form asks for; a visitor is led to the sign-in page by the refusal. */
  public void open() {
    accounts.mine();
    if (!request.getMethod().equals("POST")) {
      return;
    }
    try {
      act(String.valueOf(request.getParameter("do")));
    } catch (InvalidInput invalid) {
      errors = FieldErrors.of(invalid, words);
    } catch (TooManyAttempts tooMany) {
      trouble = words.of("sign-in.too-many", tooMany.minutes());
    }
  }

  private void act(String action) {
    String code = request.getParameter("code");
    switch (action) {
      case "begin" -> setup = secondFactor.begin();
      case "confirm" -> {
        setup = secondFactor.begin();
        recoveryCodes = secondFactor.confirm(code);
        setup = null;
      }
      case "off" -> {
        secondFactor.turnOff(code);
        turnedOff = true;
      }
      default -> {
        // an unknown action changes nothing
      }
    }
  }

  public boolean isOn() {
    return secondFactor.isOn();
  }

  public int getCodesLeft() {
    return secondFactor.recoveryCodesLeft();
  }

  /** What the telephone needs, while it is being set up. */
  public SecondFactorSetup getSetup() {
    return setup;
  }

  /** The picture's outline: one square a dark module. */
  public String getPath() {
    QrCode code = code();
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + MARGIN).append(',').append(y + MARGIN).append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }

  /** The picture's side, in modules. */
  public int getSide() {
    return code().size + 2 * MARGIN;
  }

  private QrCode code() {
    return QrCode.encodeText(setup.address(), QrCode.Ecc.MEDIUM);
  }

  public List<String> getRecoveryCodes() {
    return recoveryCodes;
  }

  public Map<String, String> getErrors() {
    return errors;
  }

  /** Why it did not work, or null. */
  public String getTrouble() {
    return trouble;
  }

  public boolean isTurnedOff() {
    return turnedOff;
  }
}
