CREATE TABLE `kept_control` (
	`key` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`content` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `kept_control_at` ON `kept_control` (`at`);--> statement-breakpoint
CREATE TABLE `refused_account` (
	`platform` text NOT NULL,
	`tenant` text NOT NULL,
	`account` text NOT NULL,
	`person_id` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`platform`, `tenant`, `account`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `refused_account_person` ON `refused_account` (`person_id`);--> statement-breakpoint
CREATE INDEX `refused_account_at` ON `refused_account` (`at`);