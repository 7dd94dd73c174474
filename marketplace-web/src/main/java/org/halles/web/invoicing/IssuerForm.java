package org.halles.web.invoicing;

import org.halles.marketplace.invoicing.Party;

/** Who issues invoices, while it is typed. */
public class IssuerForm {

  private String name;
  private String address;
  private String registration;
  private String vatNumber;
  private String country = "FR";

  static IssuerForm of(Party party) {
    IssuerForm form = new IssuerForm();
    if (party != null) {
      form.name = party.name();
      form.address = party.address();
      form.registration = party.registration();
      form.vatNumber = party.vatNumber();
      form.country = party.country();
    }
    return form;
  }

  Party party() {
    return new Party(name, address, registration, vatNumber, country);
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public String getRegistration() {
    return registration;
  }

  public void setRegistration(String registration) {
    this.registration = registration;
  }

  public String getVatNumber() {
    return vatNumber;
  }

  public void setVatNumber(String vatNumber) {
    this.vatNumber = vatNumber;
  }

  public String getCountry() {
    return country;
  }

  public void setCountry(String country) {
    this.country = country;
  }
}
