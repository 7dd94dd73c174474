/** The market's mails. */
package org.halles.api.notification;
