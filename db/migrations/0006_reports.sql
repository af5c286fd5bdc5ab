CREATE TABLE `record_links` (
	`record_id` text NOT NULL,
	`path` text NOT NULL,
	`source_id` text NOT NULL,
	`url` text NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`record_id`, `path`),
	FOREIGN KEY (`record_id`) REFERENCES `records`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `record_links_of_url` ON `record_links` (`url`,`source_id`);--> statement-breakpoint
CREATE INDEX `record_links_of_source` ON `record_links` (`source_id`,`url`);--> statement-breakpoint
CREATE TABLE `source_days` (
	`source_id` text NOT NULL,
	`day` text NOT NULL,
	`records` integer NOT NULL,
	`with_problems` integer NOT NULL,
	`problems` integer NOT NULL,
	`refused` integer NOT NULL,
	`links` integer NOT NULL,
	`links_amiss` integer NOT NULL,
	`rules` text NOT NULL,
	PRIMARY KEY(`source_id`, `day`)
);
--> statement-breakpoint
CREATE TABLE `standing_problems` (
	`source_id` text NOT NULL,
	`code` text NOT NULL,
	`severity` text NOT NULL,
	`record_id` text NOT NULL,
	`number` integer NOT NULL,
	PRIMARY KEY(`source_id`, `code`, `record_id`, `severity`),
	FOREIGN KEY (`record_id`) REFERENCES `records`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `standing_problems_of_record` ON `standing_problems` (`record_id`);--> statement-breakpoint
DROP INDEX `link_checks_due`;--> statement-breakpoint
ALTER TABLE `link_checks` ADD `host` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `link_checks` ADD `moved_to` text;--> statement-breakpoint
ALTER TABLE `link_checks` ADD `problem` text;--> statement-breakpoint
CREATE INDEX `link_checks_amiss` ON `link_checks` (`problem`,`url`);--> statement-breakpoint
CREATE INDEX `link_checks_due` ON `link_checks` (`host`,`next_check_at`);--> statement-breakpoint
ALTER TABLE `run_problems` ADD `refused` integer;--> statement-breakpoint
ALTER TABLE `runs` ADD `complete` integer;