package org.halles.launcher.client;

import java.util.Map;

/** The account that the programs use as operator: the demo's, unless the environment names one. */
public final class Operator {
  private Operator() {}

  /** Signs in as an operator. */
  public static Api signIn(Api guest) {
    Map<String, String> environment = System.getenv();
    return guest.signedIn(
        environment.getOrDefault("HALLES_OPERATOR_EMAIL", "operator@halles.example"),
        environment.getOrDefault("HALLES_OPERATOR_PASSWORD", "halles-demo"));
  }
}
