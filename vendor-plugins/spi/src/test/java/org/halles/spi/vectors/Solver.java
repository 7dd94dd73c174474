package org.halles.spi.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Computes, by our stated method and with nothing but the SPI, what a vector asks for. */
interface Solver {

  /**
   * @param inputs the vector's inputs
   * @return the answer by the names the vector's expectation uses; amounts as decimals
   */
  Map<String, Object> solve(JsonNode inputs);
}
