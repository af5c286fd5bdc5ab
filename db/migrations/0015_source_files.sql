CREATE TABLE `source_files` (
	`source_id` text NOT NULL,
	`address` text NOT NULL,
	`validator` text NOT NULL,
	`gave` text NOT NULL,
	`run_id` text NOT NULL,
	PRIMARY KEY(`source_id`, `address`)
);
