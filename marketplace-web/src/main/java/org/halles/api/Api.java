package org.halles.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST application; resources and providers are found by scanning. */
@ApplicationPath(Api.ROOT)
public class Api extends Application {

  /** Where it is served. */
  public static final String ROOT = "/api/v1";
}
