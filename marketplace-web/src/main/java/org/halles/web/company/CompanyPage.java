package org.halles.web.company;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.halles.marketplace.identity.Companies;
import org.halles.marketplace.identity.Company;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Language;
import org.halles.web.ui.Words;

/** Where somebody says which company they buy for; nothing typed is lost on an error. */
@Named
@RequestScoped
public class CompanyPage {

  private Companies companies;
  private HttpServletRequest request;
  private Language language;
  private Words words;
  private Company company;
  private Map<String, String> errors = Map.of();

  protected CompanyPage() {}

  @Inject
  CompanyPage(Companies companies, HttpServletRequest request, Language language, Words words) {
    this.companies = companies;
    this.request = request;
    this.language = language;
    this.words = words;
  }

  /** Does what a form asks for; a visitor is led to the sign-in page by the refusal. */
  public void open() throws IOException {
    company = companies.mine().orElse(null);
    if (!request.getMethod().equals("POST")) {
      return;
    }
    if ("remove".equals(request.getParameter("do"))) {
      companies.remove();
      lead("?done=removed");
      return;
    }
    try {
      companies.save(typed());
      lead("?done=saved");
    } catch (InvalidInput invalid) {
      errors = FieldErrors.of(invalid, words);
      company = typed();
    }
  }

  private Company typed() {
    return new Company(
        request.getParameter("name"),
        request.getParameter("vatId"),
        request.getParameter("line1"),
        request.getParameter("line2"),
        request.getParameter("postalCode"),
        request.getParameter("city"),
        request.getParameter("country"));
  }

  private void lead(String query) throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().redirect(language.getPath() + "/account/company" + query);
    faces.responseComplete();
  }

  /** As it is, or as it was typed; null for a private person. */
  public Company getCompany() {
    return company;
  }

  /** The country that is chosen; at first where most are from. */
  public String getCountry() {
    return company == null ? "FR" : company.country();
  }

  /** True if there is one to take away. */
  public boolean isKnown() {
    return company != null && errors.isEmpty();
  }

  public Map<String, String> getErrors() {
    return errors;
  }

  /** What was just done, as the end of a message key, or null. */
  public String getDone() {
    String done = request.getParameter("done");
    return done != null && words.containsKey("company.done." + done) ? done : null;
  }
}
