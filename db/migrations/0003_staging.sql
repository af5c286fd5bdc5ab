CREATE TABLE `missing_records` (
	`record_id` text PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`since` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `staged_changes` (
	`position` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`run_id` text NOT NULL,
	`upstream_identifier` text NOT NULL,
	`outcome` text NOT NULL,
	`record_id` text,
	`reason` text,
	`document_hash` text,
	`format` text,
	`media_type` text,
	`document_url` text,
	`record` text,
	`problems` text,
	`interpretation` text,
	`overlaid` integer,
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staged_of_run` ON `staged_changes` (`run_id`,`upstream_identifier`);--> statement-breakpoint
ALTER TABLE `runs` ADD `kind` text DEFAULT 'harvest' NOT NULL;--> statement-breakpoint
ALTER TABLE `runs` ADD `phase` text DEFAULT 'listing' NOT NULL;--> statement-breakpoint
ALTER TABLE `runs` ADD `actor` text DEFAULT 'system' NOT NULL;--> statement-breakpoint
ALTER TABLE `runs` ADD `full` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `runs` ADD `checkpoint` text;--> statement-breakpoint
ALTER TABLE `runs` ADD `undoes` text;--> statement-breakpoint
ALTER TABLE `runs` ADD `wish` text;--> statement-breakpoint
ALTER TABLE `sources` ADD `policy` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `credentials` integer;--> statement-breakpoint
ALTER TABLE `records` ADD `interpretation` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `records` ADD `overlaid` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `records_known` ON `records` (`source_id`,`upstream_identifier`,`document_hash`,`interpretation`,`deleted`,`id`);--> statement-breakpoint
CREATE INDEX `revisions_of_run` ON `revisions` (`run_id`,`revision`);