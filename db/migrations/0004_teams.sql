CREATE TABLE `conversation` (
	`tenant` text NOT NULL,
	`kind` text NOT NULL,
	`place` text NOT NULL,
	`name` text,
	`name_key` text,
	`conversation` text,
	`member` text,
	`team` text,
	`service_url` text NOT NULL,
	`bot` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`place`, `tenant`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `conversation_name` ON `conversation` (`name_key`);--> statement-breakpoint
CREATE INDEX `conversation_at` ON `conversation` (`at`);--> statement-breakpoint
ALTER TABLE `account` ADD `last_used` integer;--> statement-breakpoint
ALTER TABLE `post` ADD `print` text;--> statement-breakpoint
CREATE INDEX `team_channel_name` ON `team` (lower(channel)) WHERE channel <> '';