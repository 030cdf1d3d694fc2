-- Nothing reads it any more. Instances of the release before do for as long as they run, so it goes with a later one.
ALTER TABLE provider_account ALTER COLUMN generation SET DEFAULT 0;
