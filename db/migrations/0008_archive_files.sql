CREATE TABLE `archive_files` (
	`source_id` text NOT NULL,
	`path` text NOT NULL,
	`group_name` text NOT NULL,
	`size` integer NOT NULL,
	`modified_ms` integer NOT NULL,
	`walk` text NOT NULL,
	`version` integer,
	`facts` text,
	`variables` text,
	`problems` text,
	PRIMARY KEY(`source_id`, `path`)
);
--> statement-breakpoint
CREATE INDEX `archive_files_of_group` ON `archive_files` (`source_id`,`group_name`,`path`);--> statement-breakpoint
CREATE INDEX `archive_files_variables` ON `archive_files` (`variables`);--> statement-breakpoint
CREATE TABLE `archive_variables` (
	`hash` text PRIMARY KEY NOT NULL,
	`variables` text NOT NULL
);
