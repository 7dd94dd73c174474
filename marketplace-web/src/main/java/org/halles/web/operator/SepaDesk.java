package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.payout.PayoutRunView;
import org.halles.marketplace.payout.PayoutStatus;
import org.halles.marketplace.payout.SepaAccount;
import org.halles.marketplace.payout.SepaAccounts;
import org.halles.marketplace.payout.SepaFile;
import org.halles.marketplace.payout.SepaFiles;
import org.halles.web.ui.Say;

/** Payouts by bank: the account they leave from, and the files made of a run. */
@Named
@RequestScoped
public class SepaDesk {

  @Inject private SepaFiles sepa;
  @Inject private SepaAccounts accounts;
  @Inject private PayoutDesk payouts;
  @Inject private Say say;

  private List<SepaFile> files;
  private Form form;

  /** The account as typed. */
  public static class Form {
    private String holder;
    private String iban;
    private String bic;
    private boolean active;

    public String getHolder() {
      return holder;
    }

    public void setHolder(String holder) {
      this.holder = holder;
    }

    public String getIban() {
      return iban;
    }

    public void setIban(String iban) {
      this.iban = iban;
    }

    public String getBic() {
      return bic;
    }

    public void setBic(String bic) {
      this.bic = bic;
    }

    public boolean isActive() {
      return active;
    }

    public void setActive(boolean active) {
      this.active = active;
    }
  }

  public Form getForm() {
    if (form == null) {
      form = new Form();
      accounts.find().ifPresent(this::show);
    }
    return form;
  }

  private void show(SepaAccount account) {
    form.setHolder(account.holder());
    form.setIban(account.iban());
    form.setBic(account.bic());
    form.setActive(account.active());
  }

  public void save() {
    Form typed = getForm();
    if (say.trying(
        () ->
            accounts.settle(
                new SepaAccount(
                    typed.getHolder(), typed.getIban(), typed.getBic(), typed.isActive())))) {
      say.done("finance.account-saved");
    }
  }

  /** The files made of a run, newest first. */
  public List<SepaFile> filesOf(UUID run) {
    if (files == null) {
      files = sepa.of(run);
    }
    return files;
  }

  /** Whether something of this run waits for a file. */
  public boolean waits(PayoutRunView run) {
    return run.payouts().stream()
            .filter(payout -> payout.gateway().equals("sepa"))
            .filter(payout -> payout.status() == PayoutStatus.CLAIMED)
            .count()
        > filesOf(run.id()).stream()
            .filter(file -> file.sentAt() == null)
            .mapToInt(SepaFile::count)
            .sum();
  }

  public void make(UUID run) {
    if (say.trying(() -> sepa.make(run))) {
      say.done("finance.file-made");
    }
    forget();
  }

  public void sent(SepaFile file) {
    if (say.trying(() -> sepa.sent(file.id()))) {
      say.done("finance.file-sent", file.messageId());
    }
    forget();
  }

  private void forget() {
    files = null;
    payouts.forget();
  }
}
