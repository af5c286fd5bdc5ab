ALTER TABLE `staged_changes` ADD `resource_type` text;--> statement-breakpoint
ALTER TABLE `staged_changes` ADD `credentials` integer;