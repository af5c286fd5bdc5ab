ALTER TABLE `staged_changes` ADD `links` text;--> statement-breakpoint
-- Of a new record its writer notes them (db/stores/record-standing.ts).
DROP TRIGGER problems_of_new_records;--> statement-breakpoint
DROP TRIGGER links_of_new_records;
