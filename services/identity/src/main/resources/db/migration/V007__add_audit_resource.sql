ALTER TABLE audit_entry ADD COLUMN resource text;

COMMENT ON COLUMN audit_entry.resource IS 'On what other than a person; covered by the hash where there is one';
