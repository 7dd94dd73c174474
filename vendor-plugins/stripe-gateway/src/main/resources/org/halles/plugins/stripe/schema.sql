CREATE TABLE IF NOT EXISTS stripe_gateway.operation (
  key          text PRIMARY KEY,
  kind         text NOT NULL CHECK (kind IN ('SESSION', 'INTENT', 'CAPTURE', 'REFUND', 'TRANSFER', 'NEVER')),
  amount_minor bigint,
  currency     char(3),
  sent_at      timestamptz NOT NULL,
  stripe_id    text,
  about        text,
  CHECK (kind = 'NEVER' OR amount_minor > 0 AND currency IS NOT NULL)
);
CREATE INDEX IF NOT EXISTS operation_stripe_id ON stripe_gateway.operation (stripe_id);
CREATE TABLE IF NOT EXISTS stripe_gateway.payee (
  recipient text PRIMARY KEY,
  account   text NOT NULL UNIQUE
);
ALTER TABLE stripe_gateway.operation ADD COLUMN IF NOT EXISTS about text;
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'operation_kind_check'
                    AND conrelid = 'stripe_gateway.operation'::regclass
                    AND pg_get_constraintdef(oid) LIKE '%CAPTURE%') THEN
    ALTER TABLE stripe_gateway.operation DROP CONSTRAINT IF EXISTS operation_kind_check;
    ALTER TABLE stripe_gateway.operation ADD CONSTRAINT operation_kind_check
      CHECK (kind IN ('SESSION', 'INTENT', 'CAPTURE', 'REFUND', 'TRANSFER', 'NEVER'));
  END IF;
END $$;
