/**
 * Pictures and other files that people show: one door lets uploads in, looks at what they are, and
 * keeps nothing of them but their pixels.
 */
package org.halles.marketplace.media;
