/** What a careful moderator would look for first in a listing, looked for by the machine. */
package org.halles.plugins.checks;
