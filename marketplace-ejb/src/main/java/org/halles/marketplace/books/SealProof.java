package org.halles.marketplace.books;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.halles.marketplace.books.BooksReport.Check;
import org.halles.marketplace.ledger.Chain;

/** Adds what the chain of seals proves to the check that nothing was changed. */
@ApplicationScoped
class SealProof {

  private Chain chain;

  protected SealProof() {}

  @Inject
  SealProof(Chain chain) {
    this.chain = chain;
  }

  /**
   * @param trusted the number of the seal up to which postings need not be read again
   */
  public Check add(Check check, long trusted) {
    Chain.Proof proof = chain.prove(trusted);
    List<String> violations = new ArrayList<>(check.violations());
    violations.addAll(proof.violations());
    return new Check(
        check.id(),
        check.title(),
        check.applies(),
        violations.isEmpty(),
        check.examined() + proof.postings(),
        proof.seals() + " seals, " + proof.postings() + " sealed postings read again",
        violations,
        check.unasked());
  }
}
