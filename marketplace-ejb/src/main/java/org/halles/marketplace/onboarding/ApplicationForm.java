package org.halles.marketplace.onboarding;

/**
 * What somebody who would like to sell says on the public form. Fields are as they were sent;
 * {@link Applying} names all that is wrong with them.
 *
 * @param kind {@code professional} or {@code private}
 * @param name of the stall
 * @param person who applies
 * @param country ISO 3166-1 alpha-2 of its seat
 * @param registration the company's number, of a professional
 * @param vatNumber of a professional who has one
 * @param language {@code fr} or {@code en}
 */
public record ApplicationForm(
    String kind,
    String name,
    String person,
    String email,
    String country,
    String registration,
    String vatNumber,
    String language) {}
