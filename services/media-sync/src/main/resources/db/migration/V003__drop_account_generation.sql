ALTER TABLE provider_account DROP COLUMN generation;
