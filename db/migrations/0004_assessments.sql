CREATE TABLE `assessments` (
	`record_id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`rules` integer NOT NULL,
	`assessed_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`check_again_at` text NOT NULL,
	`score` real NOT NULL,
	`unknown` real NOT NULL,
	`principles` text NOT NULL,
	`verdicts` text NOT NULL,
	`tests` blob NOT NULL,
	FOREIGN KEY (`record_id`) REFERENCES `records`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assessments_again` ON `assessments` (`check_again_at`);--> statement-breakpoint
CREATE TABLE `link_checks` (
	`url` text PRIMARY KEY NOT NULL,
	`checked_at` integer NOT NULL,
	`next_check_at` integer NOT NULL,
	`failures` integer NOT NULL,
	`outcome` text NOT NULL,
	`status` integer,
	`media_type` text,
	`final_url` text,
	`size` integer,
	`content` text,
	`title` text,
	`error` text
);
--> statement-breakpoint
CREATE INDEX `link_checks_due` ON `link_checks` (`next_check_at`);--> statement-breakpoint
CREATE TABLE `score_history` (
	`record_id` text NOT NULL,
	`at` text NOT NULL,
	`revision` integer NOT NULL,
	`score` real NOT NULL,
	`unknown` real NOT NULL,
	`principles` text NOT NULL,
	PRIMARY KEY(`record_id`, `at`),
	FOREIGN KEY (`record_id`) REFERENCES `records`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `source_scores` (
	`source_id` text NOT NULL,
	`day` text NOT NULL,
	`records` integer NOT NULL,
	`score` real NOT NULL,
	`unknown` real NOT NULL,
	`principles` text NOT NULL,
	`tests` text NOT NULL,
	PRIMARY KEY(`source_id`, `day`)
);
