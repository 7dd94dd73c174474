/** The moderators' queue over HTTP. */
package org.halles.api.moderation;
