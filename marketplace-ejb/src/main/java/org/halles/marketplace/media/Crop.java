package org.halles.marketplace.media;

/**
 * A part of a kept picture.
 *
 * @param left pixels cut off at the left
 * @param top pixels cut off at the top
 * @param width how many pixels are kept across
 * @param height how many pixels are kept down
 * @param mostWidth the result is made smaller if it is wider than this
 */
public record Crop(int left, int top, int width, int height, int mostWidth) {}
