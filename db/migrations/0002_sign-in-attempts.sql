CREATE TABLE `sign_in_attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`since` integer NOT NULL
);
