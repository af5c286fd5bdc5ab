CREATE TRIGGER revisions_are_not_changed BEFORE UPDATE ON revisions
BEGIN
	SELECT RAISE(ABORT, 'the revision log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER revisions_are_not_removed BEFORE DELETE ON revisions
BEGIN
	SELECT RAISE(ABORT, 'the revision log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_trail_is_not_changed BEFORE UPDATE ON audit_trail
BEGIN
	SELECT RAISE(ABORT, 'the audit trail is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_trail_is_not_removed BEFORE DELETE ON audit_trail
BEGIN
	SELECT RAISE(ABORT, 'the audit trail is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER records_are_not_removed BEFORE DELETE ON records
BEGIN
	SELECT RAISE(ABORT, 'a record is withdrawn, never removed');
END;
--> statement-breakpoint
CREATE TRIGGER identity_is_minted_once BEFORE UPDATE OF id, source_id, upstream_identifier, created_at ON records
BEGIN
	SELECT RAISE(ABORT, 'the identity of a record never changes');
END;
