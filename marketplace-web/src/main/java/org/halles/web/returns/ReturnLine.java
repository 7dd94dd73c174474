package org.halles.web.returns;

import org.halles.marketplace.returns.ReturnView;
import org.halles.marketplace.returns.Units;

/** One line of a return as somebody judges it: how many are fine, how many on sale again. */
public class ReturnLine {

  private final ReturnView.Line line;
  private Integer fine;
  private Integer restocked;

  public ReturnLine(ReturnView.Line line) {
    this.line = line;
    this.fine = line.quantity() - line.refunded();
    this.restocked = 0;
  }

  public ReturnView.Line getLine() {
    return line;
  }

  /** The most that may be said of it. */
  public int getMost() {
    return line.quantity() - line.refunded();
  }

  public Integer getFine() {
    return fine;
  }

  public void setFine(Integer fine) {
    this.fine = fine;
  }

  public Integer getRestocked() {
    return restocked;
  }

  public void setRestocked(Integer restocked) {
    this.restocked = restocked;
  }

  Units units() {
    return new Units(line.line(), fine == null ? 0 : fine, restocked == null ? 0 : restocked);
  }
}
