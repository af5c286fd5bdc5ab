CREATE TABLE `rules_versions` (
	`source_id` text NOT NULL,
	`version` integer NOT NULL,
	`rules` text NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`undoes` text,
	PRIMARY KEY(`source_id`, `version`)
);
--> statement-breakpoint
ALTER TABLE `runs` ADD `heir` text;
--> statement-breakpoint
-- Rules that stand there are the first version that is known of them.
INSERT INTO `rules_versions` (`source_id`, `version`, `rules`, `at`, `actor`)
	SELECT `id`, 1, `rules`, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 'system' FROM `sources` WHERE `rules` IS NOT NULL;
--> statement-breakpoint
DROP TRIGGER identity_is_minted_once;
--> statement-breakpoint
CREATE TRIGGER identity_is_minted_once BEFORE UPDATE OF id, created_at ON records
BEGIN
	SELECT RAISE(ABORT, 'the identity of a record never changes');
END;
--> statement-breakpoint
-- A record goes on as one of another source only where its former source goes on leading to it.
CREATE TRIGGER former_sources_are_kept BEFORE UPDATE OF source_id ON records
WHEN OLD.source_id <> NEW.source_id AND NOT EXISTS (
	SELECT 1 FROM former_identifiers
	WHERE source_id = OLD.source_id AND upstream_identifier = OLD.upstream_identifier AND record_id = OLD.id
)
BEGIN
	SELECT RAISE(ABORT, 'the identity of a record never changes');
END;
--> statement-breakpoint
CREATE TRIGGER reports_of_moved_records AFTER UPDATE OF source_id ON records
BEGIN
	UPDATE standing_problems SET source_id = NEW.source_id WHERE record_id = NEW.id;
	UPDATE record_links SET source_id = NEW.source_id WHERE record_id = NEW.id;
	DELETE FROM missing_records WHERE record_id = NEW.id;
END;
