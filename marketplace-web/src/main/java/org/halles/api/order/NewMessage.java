package org.halles.api.order;

import jakarta.validation.constraints.NotBlank;

/**
 * Something to tell the other side.
 *
 * @param text plain, at most 4,000 characters; card numbers in it are masked
 */
public record NewMessage(@NotBlank String text) {}
