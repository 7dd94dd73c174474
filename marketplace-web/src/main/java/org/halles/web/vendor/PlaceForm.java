package org.halles.web.vendor;

import org.halles.marketplace.catalog.StockPlace;
import org.halles.marketplace.catalog.StockPlaceInput;

/** A stock place while it is being typed. */
public class PlaceForm {

  private String id;
  private String name;
  private String line1;
  private String line2;
  private String postalCode;
  private String city;
  private String country = "FR";

  static PlaceForm of(StockPlace place) {
    PlaceForm form = new PlaceForm();
    form.id = place.id().toString();
    form.name = place.name();
    form.line1 = place.line1();
    form.line2 = place.line2();
    form.postalCode = place.postalCode();
    form.city = place.city();
    form.country = place.country();
    return form;
  }

  StockPlaceInput input(Integer position, boolean active) {
    return new StockPlaceInput(name, line1, line2, postalCode, city, country, position, active);
  }

  /** Which place changes; empty for a new one. */
  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getLine1() {
    return line1;
  }

  public void setLine1(String line1) {
    this.line1 = line1;
  }

  public String getLine2() {
    return line2;
  }

  public void setLine2(String line2) {
    this.line2 = line2;
  }

  public String getPostalCode() {
    return postalCode;
  }

  public void setPostalCode(String postalCode) {
    this.postalCode = postalCode;
  }

  public String getCity() {
    return city;
  }

  public void setCity(String city) {
    this.city = city;
  }

  public String getCountry() {
    return country;
  }

  public void setCountry(String country) {
    this.country = country;
  }
}
