ALTER TABLE `runs` ADD `rules` text;--> statement-breakpoint
ALTER TABLE `sources` ADD `rules` text;--> statement-breakpoint
ALTER TABLE `sources` ADD `owner_id` text;--> statement-breakpoint
ALTER TABLE `sources` ADD `theme` text;