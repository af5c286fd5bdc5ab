CREATE TABLE `cluster_members` (
	`record_id` text PRIMARY KEY NOT NULL,
	`cluster_id` text NOT NULL,
	`canonical` integer NOT NULL,
	FOREIGN KEY (`record_id`) REFERENCES `records`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cluster_members_of` ON `cluster_members` (`cluster_id`);--> statement-breakpoint
CREATE TABLE `former_identifiers` (
	`source_id` text NOT NULL,
	`upstream_identifier` text NOT NULL,
	`record_id` text NOT NULL,
	`revision` integer NOT NULL,
	`run_id` text,
	PRIMARY KEY(`source_id`, `upstream_identifier`),
	FOREIGN KEY (`record_id`) REFERENCES `records`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `former_identifiers_of_record` ON `former_identifiers` (`record_id`);--> statement-breakpoint
CREATE INDEX `former_identifiers_of_run` ON `former_identifiers` (`run_id`);--> statement-breakpoint
CREATE TABLE `identity_decision_pairs` (
	`left_id` text NOT NULL,
	`right_id` text NOT NULL,
	`kind` text NOT NULL,
	`decision_id` integer NOT NULL,
	PRIMARY KEY(`left_id`, `right_id`),
	FOREIGN KEY (`decision_id`) REFERENCES `identity_decisions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `identity_decision_pairs_right` ON `identity_decision_pairs` (`right_id`);--> statement-breakpoint
CREATE INDEX `identity_decision_pairs_of` ON `identity_decision_pairs` (`decision_id`);--> statement-breakpoint
CREATE TABLE `identity_decisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`records` text NOT NULL,
	`others` text NOT NULL,
	`actor` text NOT NULL,
	`at` text NOT NULL,
	`ended_at` text,
	`ended_by` text
);
--> statement-breakpoint
CREATE TABLE `identity_keys` (
	`key` text NOT NULL,
	`record_id` text NOT NULL,
	PRIMARY KEY(`key`, `record_id`)
);
--> statement-breakpoint
CREATE INDEX `identity_keys_of_record` ON `identity_keys` (`record_id`);--> statement-breakpoint
CREATE TABLE `identity_links` (
	`left_id` text NOT NULL,
	`right_id` text NOT NULL,
	`verdict` text NOT NULL,
	`score` real NOT NULL,
	`reasons` text NOT NULL,
	PRIMARY KEY(`left_id`, `right_id`)
);
--> statement-breakpoint
CREATE INDEX `identity_links_right` ON `identity_links` (`right_id`);--> statement-breakpoint
CREATE INDEX `identity_links_proposed` ON `identity_links` (`verdict`,`score`);--> statement-breakpoint
CREATE TABLE `identity_profiles` (
	`record_id` text PRIMARY KEY NOT NULL,
	`profile` text NOT NULL,
	FOREIGN KEY (`record_id`) REFERENCES `records`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `identity_state` (
	`one` integer PRIMARY KEY NOT NULL,
	`through_revision` integer NOT NULL,
	`version` integer NOT NULL,
	`precedence` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `sources` ADD `precedence` integer;--> statement-breakpoint
DROP TRIGGER identity_is_minted_once;
--> statement-breakpoint
CREATE TRIGGER identity_is_minted_once BEFORE UPDATE OF id, source_id, created_at ON records
BEGIN
	SELECT RAISE(ABORT, 'the identity of a record never changes');
END;
--> statement-breakpoint
CREATE TRIGGER former_identifiers_are_kept BEFORE UPDATE OF upstream_identifier ON records
WHEN OLD.upstream_identifier <> NEW.upstream_identifier AND NOT EXISTS (
	SELECT 1 FROM former_identifiers
	WHERE source_id = OLD.source_id AND upstream_identifier = OLD.upstream_identifier AND record_id = OLD.id
)
BEGIN
	SELECT RAISE(ABORT, 'an identifier that a source gave up never ceases to lead to its record');
END;
