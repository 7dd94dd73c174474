package org.halles.marketplace.demo;

import java.util.Map;

/**
 * Somebody who would like to sell on the demo's market.
 *
 * @param hoursAgo when they applied
 * @param submitted true if they have handed their checklist in
 * @param asked what the operator asked for then, or null
 * @param answers by type of requirement
 */
record DemoApplicant(
    String kind,
    String name,
    String person,
    String email,
    String country,
    String registration,
    String vatNumber,
    long hoursAgo,
    boolean submitted,
    String asked,
    Map<String, Map<String, String>> answers) {}
