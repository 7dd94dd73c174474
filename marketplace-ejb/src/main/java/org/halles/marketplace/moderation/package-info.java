/** What must be looked at before buyers see it, and what the moderators answered. */
package org.halles.marketplace.moderation;
