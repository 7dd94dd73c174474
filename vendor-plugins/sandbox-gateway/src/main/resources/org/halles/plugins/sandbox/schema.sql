-- The sandbox's own books. Nothing of the marketplace lives here, and nothing of this lives there.
CREATE TABLE IF NOT EXISTS sandbox_gateway.operation (
  idempotency_key text PRIMARY KEY,
  reference       text NOT NULL UNIQUE,
  kind            text NOT NULL CHECK (kind IN ('charge', 'refund', 'transfer', 'payout', 'unseen', 'never')),
  charge_key      text,
  amount_minor    bigint CHECK (amount_minor > 0),
  currency        char(3),
  fee_minor       bigint NOT NULL DEFAULT 0 CHECK (fee_minor BETWEEN 0 AND amount_minor),
  refunded_minor  bigint NOT NULL DEFAULT 0 CHECK (refunded_minor BETWEEN 0 AND amount_minor),
  outcome         text,
  settles_at      timestamptz,
  order_reference text,
  return_url      text,
  created_at      timestamptz NOT NULL,
  CHECK (kind IN ('unseen', 'never') OR (amount_minor IS NOT NULL AND currency IS NOT NULL)),
  CHECK ((outcome IS NULL) = (settles_at IS NULL))
);
-- Money that is held and not taken: until when, and when it was captured or let go.
ALTER TABLE sandbox_gateway.operation ADD COLUMN IF NOT EXISTS held_until timestamptz;
ALTER TABLE sandbox_gateway.operation ADD COLUMN IF NOT EXISTS ended_at timestamptz;
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'operation_kinds'
                    AND conrelid = 'sandbox_gateway.operation'::regclass) THEN
    ALTER TABLE sandbox_gateway.operation DROP CONSTRAINT IF EXISTS operation_kind_check;
    ALTER TABLE sandbox_gateway.operation ADD CONSTRAINT operation_kinds CHECK (kind IN
      ('charge', 'authorise', 'refund', 'transfer', 'payout', 'unseen', 'never'));
  END IF;
END $$;
CREATE INDEX IF NOT EXISTS operation_by_charge
  ON sandbox_gateway.operation (charge_key) WHERE charge_key IS NOT NULL;
CREATE INDEX IF NOT EXISTS operation_by_time
  ON sandbox_gateway.operation (created_at, reference);
CREATE INDEX IF NOT EXISTS operation_by_last_event
  ON sandbox_gateway.operation (coalesce(settles_at, created_at), reference);
-- Money that a simulated bank took back: open, contested, then won or lost.
CREATE TABLE IF NOT EXISTS sandbox_gateway.chargeback (
  reference    text PRIMARY KEY,
  charge_key   text NOT NULL REFERENCES sandbox_gateway.operation,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  currency     char(3) NOT NULL,
  fee_minor    bigint NOT NULL CHECK (fee_minor >= 0),
  reason       text NOT NULL,
  state        text NOT NULL CHECK (state IN ('OPEN', 'CONTESTED', 'WON', 'LOST')),
  evidence     text,
  opened_at    timestamptz NOT NULL,
  answer_by    timestamptz NOT NULL,
  changed_at   timestamptz NOT NULL
);
-- What stays with the buyer of one that was decided in part; what evidence was sent with files.
ALTER TABLE sandbox_gateway.chargeback ADD COLUMN IF NOT EXISTS kept_minor bigint
  CHECK (kept_minor > 0 AND kept_minor < amount_minor);
ALTER TABLE sandbox_gateway.chargeback ADD COLUMN IF NOT EXISTS evidence_files text[];
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'chargeback_states'
                    AND conrelid = 'sandbox_gateway.chargeback'::regclass) THEN
    ALTER TABLE sandbox_gateway.chargeback DROP CONSTRAINT IF EXISTS chargeback_state_check;
    ALTER TABLE sandbox_gateway.chargeback ADD CONSTRAINT chargeback_states CHECK (
      state IN ('OPEN', 'CONTESTED', 'WON', 'PARTLY', 'LOST')
      AND (state = 'PARTLY') = (kept_minor IS NOT NULL));
  END IF;
END $$;
CREATE INDEX IF NOT EXISTS chargeback_by_time ON sandbox_gateway.chargeback (opened_at, reference);
CREATE INDEX IF NOT EXISTS chargeback_by_change
  ON sandbox_gateway.chargeback (changed_at, reference);
CREATE TABLE IF NOT EXISTS sandbox_gateway.webhook_secret (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  value    bytea NOT NULL
);
