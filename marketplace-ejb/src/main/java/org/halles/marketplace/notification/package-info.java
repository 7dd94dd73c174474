/**
 * Letters to buyers, vendors and operators. Features tell what happened through the outbox; this
 * one listens, writes a letter in the reader's language and sees to it that it arrives: queued in
 * the database, tried again while the mail server is down, sent once. Nobody waits for it.
 *
 * <p>A new letter is one observer (see {@link org.halles.marketplace.notification.OrderLetters})
 * and two texts, {@code <template>_fr.txt} and {@code <template>_en.txt}: the first line is the
 * subject; blocks are separated by empty lines; <code>[label]({link})</code> is a button, a block
 * that begins with <code>&gt;</code> is small print; a block whose fact is missing is left out.
 */
package org.halles.marketplace.notification;
