CREATE TABLE `theme_words` (
	`slug` text PRIMARY KEY NOT NULL,
	`titles` text NOT NULL,
	`descriptions` text NOT NULL
);
