/** Reviews over REST: buyers write, everybody reads, vendors answer, operators hide. */
package org.halles.api.review;
