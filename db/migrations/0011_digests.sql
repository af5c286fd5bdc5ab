CREATE TABLE `digest_letters` (
	`source_id` text NOT NULL,
	`period` text NOT NULL,
	`recipient` text NOT NULL,
	`state` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`source_id`, `period`, `recipient`)
);
--> statement-breakpoint
CREATE TABLE `digest_settings` (
	`source_id` text PRIMARY KEY NOT NULL,
	`frequency` text,
	`recipients` text,
	`language` text
);
