DROP INDEX `link_checks_amiss`;--> statement-breakpoint
CREATE INDEX `link_checks_amiss` ON `link_checks` (`problem`,`url`) WHERE "link_checks"."problem" IS NOT NULL;