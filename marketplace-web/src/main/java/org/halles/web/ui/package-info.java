/**
 * The look of the pages: their language and words, amounts and dates as people write them, links,
 * and the style sheets and drawings under {@code /assets}. Pages are Facelets views; the tags they
 * are made of are in {@code WEB-INF/tags}.
 */
package org.halles.web.ui;
