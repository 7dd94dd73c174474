/** The market's mails: the demonstration shows them, operators see whether they arrived. */
package org.halles.web.notification;
