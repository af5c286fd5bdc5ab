CREATE TABLE `credentials` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `credentials_of_user` ON `credentials` (`user_id`);--> statement-breakpoint
CREATE TABLE `audit_trail` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`details` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_trail_subject` ON `audit_trail` (`subject`,`id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`email` text,
	`role` text NOT NULL,
	`scope_kind` text NOT NULL,
	`scope_id` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token_hash_unique` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE TABLE `rate_limits` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`count` integer NOT NULL,
	`last_request` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rate_limits_key_unique` ON `rate_limits` (`key`);--> statement-breakpoint
CREATE TABLE `role_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`scope_kind` text NOT NULL,
	`scope_id` text NOT NULL,
	`granted_by` text NOT NULL,
	`granted_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `role_grants_once` ON `role_grants` (`user_id`,`role`,`scope_kind`,`scope_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_unique` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_of_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verifications_identifier` ON `verifications` (`identifier`);--> statement-breakpoint
CREATE TABLE `leases` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `run_problems` (
	`id` integer PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`severity` text NOT NULL,
	`code` text NOT NULL,
	`path` text NOT NULL,
	`line` integer,
	`message` text NOT NULL,
	`hint` text NOT NULL,
	`identifier` text,
	`record_id` text,
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `run_problems_of_run` ON `run_problems` (`run_id`,`id`);--> statement-breakpoint
CREATE TABLE `runs` (
	`id` text PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`state` text NOT NULL,
	`dry_run` integer NOT NULL,
	`started_at` text NOT NULL,
	`finished_at` text,
	`counts` text NOT NULL,
	`message` text,
	`high_water` text
);
--> statement-breakpoint
CREATE INDEX `runs_of_source` ON `runs` (`source_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `seen_identifiers` (
	`run_id` text NOT NULL,
	`upstream_identifier` text NOT NULL,
	PRIMARY KEY(`run_id`, `upstream_identifier`)
);
--> statement-breakpoint
CREATE TABLE `sources` (
	`id` text PRIMARY KEY NOT NULL,
	`names` text NOT NULL,
	`descriptions` text NOT NULL,
	`homepage` text,
	`contact_email` text,
	`location` text,
	`protocol` text NOT NULL,
	`url` text NOT NULL,
	`options` text NOT NULL,
	`schedule` text,
	`enabled` integer NOT NULL,
	`allow_private_addresses` integer NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`idempotency_key` text,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`maximum_attempts` integer NOT NULL,
	`due_at` integer NOT NULL,
	`lease_holder` text,
	`lease_until` integer,
	`last_error` text,
	`created_at` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_idempotency` ON `jobs` (`kind`,`idempotency_key`);--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`state`,`due_at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `documents` (
	`hash` text PRIMARY KEY NOT NULL,
	`format` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`encoding` text NOT NULL,
	`stored_at` text NOT NULL,
	`bytes` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `records` (
	`id` text PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`upstream_identifier` text NOT NULL,
	`revision` integer NOT NULL,
	`datestamp_revision` integer NOT NULL,
	`datestamp` text NOT NULL,
	`created_at` text NOT NULL,
	`deleted` integer NOT NULL,
	`withdrawn_reason` text,
	`visibility` text NOT NULL,
	`once_public` integer NOT NULL,
	`format` text NOT NULL,
	`resource_type` text NOT NULL,
	`document_hash` text NOT NULL,
	`document_url` text,
	`credentials` integer NOT NULL,
	`problems` text NOT NULL,
	`record` text NOT NULL,
	FOREIGN KEY (`document_hash`) REFERENCES `documents`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `records_identity` ON `records` (`source_id`,`upstream_identifier`);--> statement-breakpoint
CREATE INDEX `records_live` ON `records` (`source_id`,`deleted`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `records_pages` ON `records` (`datestamp_revision`,`deleted`,`visibility`,`once_public`,`format`,`resource_type`);--> statement-breakpoint
CREATE INDEX `records_pages_of_source` ON `records` (`source_id`,`datestamp_revision`,`deleted`,`visibility`,`once_public`,`format`,`resource_type`);--> statement-breakpoint
CREATE INDEX `records_datestamp` ON `records` (`datestamp`,`datestamp_revision`);--> statement-breakpoint
CREATE TABLE `revisions` (
	`revision` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`record_id` text NOT NULL,
	`kind` text NOT NULL,
	`change` text NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`run_id` text,
	`document_hash` text,
	`reason` text,
	FOREIGN KEY (`record_id`) REFERENCES `records`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_hash`) REFERENCES `documents`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `revisions_of_record` ON `revisions` (`record_id`,`revision`);