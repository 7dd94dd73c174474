CREATE TABLE IF NOT EXISTS stripe_gateway.operation (
  key          text PRIMARY KEY,
  kind         text NOT NULL CHECK (kind IN ('SESSION', 'INTENT', 'REFUND', 'TRANSFER', 'NEVER')),
  amount_minor bigint,
  currency     char(3),
  sent_at      timestamptz NOT NULL,
  stripe_id    text,
  CHECK (kind = 'NEVER' OR amount_minor > 0 AND currency IS NOT NULL)
);
CREATE INDEX IF NOT EXISTS operation_stripe_id ON stripe_gateway.operation (stripe_id);
CREATE TABLE IF NOT EXISTS stripe_gateway.payee (
  recipient text PRIMARY KEY,
  account   text NOT NULL UNIQUE
);
