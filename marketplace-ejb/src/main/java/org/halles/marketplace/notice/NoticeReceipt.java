package org.halles.marketplace.notice;

import java.time.Instant;

/**
 * That a notice arrived.
 *
 * @param number what to quote
 * @param accessKey lets its holder follow it without an account
 */
public record NoticeReceipt(String number, String accessKey, Instant createdAt) {

  @Override
  public String toString() {
    return "NoticeReceipt[" + number + "]";
  }
}
